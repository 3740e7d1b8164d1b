using System.Text;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class ComparingTests
{
    [Fact]
    public void A_difference_leads_from_the_old_to_the_new_and_is_smallest_on_small_texts()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var (a, b) = (Letters(random, 12), Letters(random, 12));
            var hunks = SequenceDiff.Of(a, b);
            Assert.Equal(b, Apply(a, b, hunks));
            Assert.Equal(a.Length + b.Length - 2 * LongestCommon(a, b), hunks.Sum(h => h.OldCount + h.NewCount));
            Assert.All(hunks.Zip(hunks.Skip(1)), p => Assert.True(p.First.OldEnd < p.Second.Old || p.First.NewEnd < p.Second.New));
        }
    }

    [Fact]
    public void Texts_without_anything_in_common_are_one_replacement()
    {
        var (a, b) = (Enumerable.Range(0, 5000).Select(i => "a" + i).ToArray(), Enumerable.Range(0, 5000).Select(i => "b" + i).ToArray());
        Assert.Equal([new DiffHunk(0, 5000, 0, 5000)], SequenceDiff.Of(a, b));
    }

    [Fact]
    public void Changes_in_different_places_merge_and_changes_of_one_line_clash()
    {
        Assert.Equal(new("A\nb\nc\nD\n", 0), ThreeWayMerge.Merge("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n"));
        Assert.Equal(new("X\nb\n", 0), ThreeWayMerge.Merge("a\nb\n", "X\nb\n", "X\nb\n"));
        Assert.Equal(new("<<<<<<< own\nX\n=======\nY\n>>>>>>> theirs\nb\n", 1), ThreeWayMerge.Merge("a\nb\n", "X\nb\n", "Y\nb\n"));
        Assert.Equal(new("one\n", 0), ThreeWayMerge.Merge("", "one\n", ""));
        Assert.Equal(1, ThreeWayMerge.Merge("a", "b", "c").Clashes);
    }

    [Fact(DisplayName = "Where git merge-file merges without a clash the same text comes out, and it never merges what git calls a clash")]
    public void Merges_as_git_does()
    {
        using var folder = new TempContent();
        var random = new Random(11);
        var clean = 0;
        for (var round = 0; round < 150; round++)
        {
            var original = Enumerable.Range(0, 12).Select(i => $"line {i}").ToArray();
            var (own, theirs) = (Changed(original, random), Changed(original, random));
            string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));
            folder.Write("o", Text(original));
            folder.Write("a", Text(own));
            folder.Write("b", Text(theirs));
            var merged = ThreeWayMerge.Merge(Text(original), Text(own), Text(theirs));
            string? git = null;
            try
            {
                git = EditingDesk.Run(folder.Folder, "merge-file", "-p", "-q", "a", "o", "b") + "\n";
            }
            catch (InvalidOperationException)
            {
                // Its exit code counts the clashes.
            }
            Assert.Equal(git is not null, merged.Clashes == 0);
            if (git is null) continue;
            clean++;
            Assert.Equal(git.TrimEnd('\n'), merged.Text.TrimEnd('\n'));
        }
        Assert.InRange(clean, 20, 140);
    }

    [Theory(DisplayName = "F21: lines that were not touched keep their line ends, the byte order mark and a missing end")]
    [InlineData("a\r\nb\r\nc\r\n", "a\nB\nc\n", "a\r\nB\r\nc\r\n")]
    [InlineData("\uFEFFa\r\nb\n", "a\nb\nnew\n", "\uFEFFa\r\nb\nnew\r\n")]
    [InlineData("a\nb", "a\nB", "a\nB")]
    [InlineData("a\nb", "a\nb\nc\n", "a\nb\nc\n")]
    [InlineData("a\rb\rc\r", "a\nx\nc\n", "a\rx\rc\r")]
    [InlineData("a\r\nb\r\n", "a\r\nb", "a\r\nb")]
    [InlineData("a\r\nmixed\nb\r\n", "a\nmixed\nb\nc\n", "a\r\nmixed\nb\r\nc\r\n")]
    public void Untouched_lines_keep_their_bytes(string before, string edited, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(SourceText.Write(Encoding.UTF8.GetBytes(before), edited)));

    [Fact(DisplayName = "F21: saving what was opened changes no byte, whatever the line ends")]
    public void Saving_what_was_opened_changes_nothing()
    {
        var random = new Random(3);
        string[] endings = ["\n", "\r\n", "\r"];
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(i => random.Next(4) + endings[random.Next(3)])) + (random.Next(2) == 0 ? "end" : "");
            var bytes = Encoding.UTF8.GetBytes((random.Next(2) == 0 ? "\uFEFF" : "") + text);
            Assert.Equal(bytes, SourceText.Write(bytes, SourceText.Read(bytes)!));
            Assert.Equal(bytes, SourceText.Write(bytes, SourceText.Read(bytes)!.Replace("\n", "\r\n")));
        }
    }

    private static string[] Letters(Random random, int most) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => ((char)('a' + random.Next(4))).ToString())];

    private static List<string> Apply(string[] a, string[] b, IReadOnlyList<DiffHunk> hunks)
    {
        var result = new List<string>();
        var at = 0;
        foreach (var hunk in hunks)
        {
            result.AddRange(a[at..hunk.Old]);
            result.AddRange(b[hunk.New..hunk.NewEnd]);
            at = hunk.OldEnd;
        }
        result.AddRange(a[at..]);
        return result;
    }

    private static int LongestCommon(string[] a, string[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
                table[i, j] = a[i - 1] == b[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        return table[a.Length, b.Length];
    }

    private static string[] Changed(string[] original, Random random)
    {
        var lines = original.ToList();
        for (var edits = random.Next(1, 3); edits > 0; edits--)
        {
            var at = random.Next(lines.Count);
            if (random.Next(3) == 0) lines.RemoveAt(at);
            else if (random.Next(2) == 0) lines.Insert(at, "new " + random.Next(3));
            else lines[at] = "changed " + random.Next(3);
        }
        return [.. lines];
    }
}
