using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Tests.Content.Yaml;

/// <summary>The texts of `yaml-hostile.jsonl`, the generated ones built.</summary>
internal static class HostileYaml
{
    public static IEnumerable<(string Name, string Expect)> Names => Rows().Select(r => (Text(r, "name")!, Text(r, "expect")!));

    public static string Build(string name)
    {
        var row = Rows().First(r => Text(r, "name") == name);
        if (row.TryGetProperty("gen", out var parts) && parts.ValueKind == JsonValueKind.Array)
            return string.Concat(parts.EnumerateArray().Select(p => Repeat(p[0].GetString()!, p[1].GetInt32())));
        var recipe = row.TryGetProperty("gen", out var named) ? named.GetString()! : Text(row, "yaml")!;
        if (!recipe.StartsWith('@')) return recipe;
        var (kind, n) = (recipe[1..recipe.IndexOf(':')], int.Parse(recipe[(recipe.IndexOf(':') + 1)..]));
        var numbers = Enumerable.Range(0, n);
        return kind switch
        {
            "indentmap" => string.Concat(numbers.Select(i => new string(' ', i) + "a:\n")),
            "keys" => string.Concat(numbers.Select(i => $"k{i}: {i}\n")),
            "anchors" => string.Concat(numbers.Select(i => $"- &a{i} x\n")),
            "depthtree" => Guide(numbers.Select(i => Node($"q{i}", i + 1 < n ? [$"q{i + 1}", "end"] : ["end", "end"]))),
            "fanout" => Guide([Node("q0", numbers.Select(_ => "end"))]),
            _ => throw new InvalidOperationException(recipe),
        };
    }

    private static string Guide(IEnumerable<string> questions) =>
        "id: big\ntitle: {ja: 大, en: Big}\nsummary: {ja: 大, en: Big}\nstart: q0\nquestions:\n" + string.Concat(questions)
        + "outcomes:\n  end:\n    title: {ja: 終, en: End}\n    procedure: some-article\n";

    private static string Node(string id, IEnumerable<string> targets) => $"  {id}:\n    ask: {{ja: 問, en: Ask}}\n    answers:\n"
        + string.Concat(targets.Select((t, i) => $"      {(i == 0 ? "unknown" : $"a{i}")}: {{label: {{ja: 答, en: A}}, to: {t}}}\n"));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static IEnumerable<JsonElement> Rows() => File.ReadLines(Repository.Hostile("yaml-hostile.jsonl"), Encoding.UTF8)
        .Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
