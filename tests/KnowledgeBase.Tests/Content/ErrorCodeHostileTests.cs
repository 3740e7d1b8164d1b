using System.Text.Json;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

/// <summary>Rows of the hostile data name the textual code ERR-1042; the same disguises are put on a 32-bit code here.</summary>
public sealed class ErrorCodeHostileTests
{
    private static IEnumerable<(string Input, string Expect, string Kind)> Rows() =>
        File.ReadLines(Repository.Hostile("code-normalisation.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .Select(r => (r.GetProperty("input").GetString()!, r.GetProperty("expect").GetString()!, r.GetProperty("kind").GetString()!));

    [Fact(DisplayName = "Features 3-5: separators, invisible characters, spaces and embeddings of the hostile set do not hide a code")]
    public void Disguises_of_a_code_are_seen_through()
    {
        var used = 0;
        foreach (var (input, expect, kind) in Rows())
        {
            if (expect != "ERR-1042" || !input.Contains("ERR", StringComparison.Ordinal) || !input.Contains("1042", StringComparison.Ordinal)) continue;
            if (kind is "separator:dot" or "separator:slash" or "separator:colon" || kind.Contains("TILDE") || kind.Contains("WAVE")) continue;
            var text = input.Replace("ERR", "0xC004", StringComparison.Ordinal).Replace("1042", "F213", StringComparison.Ordinal);
            var match = Assert.Single(ErrorCode.FindAll(text));
            Assert.True(match.Code.Value == 0xC004F213, $"{kind}: {text}");
            used++;
        }
        Assert.True(used >= 20, $"only {used} rows were tried");
    }

    [Fact(DisplayName = "Feature 4: compatibility forms of digits are read as those digits")]
    public void Compatibility_digits_are_read()
    {
        var used = 0;
        foreach (var (input, expect, kind) in Rows().Where(r => r.Kind.StartsWith("nfkc-digit", StringComparison.Ordinal)))
        {
            Assert.True(ErrorCode.TryParse("0xC004F21" + input["ERR-104".Length..], out var code), kind);
            Assert.Equal("0xC004F21" + expect[^1], code.Hex);
            used++;
        }
        Assert.True(used > 0);
    }

    [Fact]
    public void No_row_makes_the_reader_throw_or_see_a_code_in_a_word()
    {
        foreach (var (input, _, kind) in Rows())
        {
            var found = ErrorCode.FindAll(input);
            if (kind != "query-syntax") Assert.Empty(found);
            else Assert.All(found, m => Assert.Contains(m.Code.Value, new[] { 0x7Bu, 0x80070005u }));
        }
    }
}
