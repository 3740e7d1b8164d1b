using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Tests.Search;

public sealed class PackedTermsTests
{
    [Fact(DisplayName = "Every term is found by its name under the number it got")]
    public void Every_term_is_found() => Check.QuickThrowOnFailure(Prop.ForAll<string[]>(names =>
    {
        var collector = new TermCollector();
        foreach (var name in names)
            if (!string.IsNullOrEmpty(name)) collector.FindOrAdd(name);
        var order = collector.ByName();
        foreach (var hashed in new[] { 0, order.Length })
        {
            var table = collector.ToTable(order, hashed);
            Assert.Equal(collector.Count, table.Count);
            for (var term = 0; term < table.Count; term++)
            {
                Assert.Equal(collector.Name(order[term]).ToString(), table.Name(term).ToString());
                Assert.Equal(term, table.Find(table.Name(term)));
            }
        }
    }));

    [Fact(DisplayName = "More terms than the frequent ones lie in order and are found all the same")]
    public void The_rare_ones_are_found()
    {
        var collector = new TermCollector();
        for (var i = 0; i < 40_000; i++) collector.FindOrAdd($"{(char)(0x3041 + i % 80)}語{i * 31 % 40_000}");
        var (order, hashed) = collector.ByFrequency(new int[collector.Count]);
        var table = collector.ToTable(order, hashed);
        Assert.True(hashed < table.Count);
        for (var term = 0; term < table.Count; term++) Assert.Equal(term, table.Find(table.Name(term)));
        Assert.Equal(-1, table.Find("語"));
        Assert.Equal(-1, table.Find("あ語40001"));
        Assert.Equal(-1, table.Find(""));
    }

    [Fact(DisplayName = "Offsets come back as they were, near and far apart")]
    public void Offsets_are_kept() => Check.QuickThrowOnFailure(Prop.ForAll<int[], int>((steps, far) =>
    {
        var numbers = new int[steps.Length + 1];
        for (var i = 0; i < steps.Length; i++) numbers[i + 1] = numbers[i] + (steps[i] & 0x7FF) * ((i + far & 31) == 0 ? 9_000 : 1);
        var offsets = new Offsets(numbers);
        Assert.Equal(numbers, Enumerable.Range(0, offsets.Count).Select(i => offsets[i]));
    }));
}
