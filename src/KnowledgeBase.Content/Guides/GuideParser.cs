using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>A file of `guides` → a guide. Only its form is judged here; whether the graph makes sense is for the rules.</summary>
internal static class GuideParser
{
    // `map` is an address under the guide; `v` carries the version in shared links.
    private static readonly FrozenSet<string> s_reserved = new[] { "map", "v" }.ToFrozenSet();

    /// <summary>The guide, or null where nobody could walk it: no YAML, no title, no start.</summary>
    public static Guide? Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        if (YamlDocument.ParseMap(text, path, 0, diagnostics) is not { } map) return null;
        var id = map.Id("id");
        var (title, summary, start) = (map.RequiredLocalized("title"), map.Localized("summary"), map.Require("start"));
        var golden = GoldenQueryParser.Parse(map);
        var nodes = new Dictionary<string, GuideNode>();
        var order = new List<string>();
        foreach (var node in Questions(map).Concat<GuideNode>(Outcomes(map)))
            if (nodes.TryAdd(node.Id, node)) order.Add(node.Id);
            else diagnostics.Add(new(DiagnosticRule.DuplicateId, path, node.Line, 1, $"A question and an outcome share the id `{node.Id}`.", "Give the outcome another id."));
        map.Done();
        CheckName(path, id, diagnostics);
        if (id is null || start?.Text() is not { } first || title.IsEmpty) return null;
        if (!nodes.ContainsKey(first))
        {
            start.Report(DiagnosticRule.GuideWithoutStart, $"The guide starts at `{YamlNode.Cut(first)}`, which is no question.", "Name a question of this file.");
            return null;
        }
        return new()
        {
            Id = id, Title = title, Summary = summary, FindableBy = golden, Start = first, Nodes = nodes.ToFrozenDictionary(), Order = order,
            Version = Version(first, order.Select(n => nodes[n])), Revision = TextRevision.Of(text), Path = path, Places = map.Places(),
        };
    }

    private static void CheckName(string path, string? id, ICollection<Diagnostic> diagnostics)
    {
        var name = path[(path.LastIndexOf('/') + 1)..^".yaml".Length];
        if (id is not null && name != id)
            diagnostics.Add(new(DiagnosticRule.BadFileName, path, 1, 1, $"The file is named `{name}` and its guide `{id}`.", $"Rename the file to {id}.yaml."));
    }

    private static IEnumerable<YamlEntry> Nodes(YamlMap map, string key)
    {
        foreach (var entry in map.Map(key)?.Entries ?? [])
        {
            if (!ContentIds.Check(entry.Key, entry.Key.Value)) continue;
            if (s_reserved.Contains(entry.Key.Value)) entry.Key.Report(DiagnosticRule.BadValue, $"`{entry.Key.Value}` has a meaning of its own in addresses.", "Choose another id.");
            else yield return entry;
        }
    }

    private static IEnumerable<Question> Questions(YamlMap map)
    {
        foreach (var (key, value) in Nodes(map, "questions"))
        {
            if (value.Map() is not { } node) continue;
            var isCode = node.Word("kind", "choice", "error-code") == "error-code";
            yield return new()
            {
                Id = key.Value,
                Line = key.Line,
                Kind = isCode ? QuestionKind.ErrorCode : QuestionKind.Choice,
                Ask = node.RequiredLocalized("ask"),
                Help = node.Localized("help"),
                HelpArticle = node.Text("help-article"),
                Codes = isCode ? Codes(node) : FrozenDictionary<ErrorCode, string>.Empty,
                OtherCode = isCode ? node.RequiredText("other") : null,
                Options = Options(node),
            };
            node.Done();
        }
    }

    private static List<AnswerOption> Options(YamlMap node)
    {
        var options = new List<AnswerOption>();
        foreach (var (key, value) in node.Map("answers")?.Entries ?? [])
        {
            if (!ContentIds.Check(key, key.Value) || value.Map() is not { } answer) continue;
            options.Add(new(key.Value, answer.RequiredLocalized("label"), answer.Text("to") ?? "", answer.Localized("note"), key.Line) { Signs = answer.Texts("signs") });
            answer.Done();
        }
        return options;
    }

    private static FrozenDictionary<ErrorCode, string> Codes(YamlMap node)
    {
        var codes = new Dictionary<ErrorCode, string>();
        foreach (var (key, value) in node.Map("codes")?.Entries ?? [])
        {
            if (key.Code() is not { } code || value.Text() is not { } to) continue;
            if (!codes.TryAdd(code, to)) key.Report(DiagnosticRule.DuplicateKey, $"The code {code.Hex} stands here twice; the first counts.", "Keep one of them.");
        }
        return codes.ToFrozenDictionary();
    }

    private static IEnumerable<Outcome> Outcomes(YamlMap map)
    {
        foreach (var (key, value) in Nodes(map, "outcomes"))
        {
            if (value.Map() is not { } node) continue;
            yield return new()
            {
                Id = key.Value,
                Line = key.Line,
                Title = node.RequiredLocalized("title"),
                Note = node.Localized("note"),
                Procedure = node.RequiredText("procedure") ?? "",
                SeeAlso = node.Texts("see-also"),
                Also = node.Text("also"),
                Kind = Enum.Parse<OutcomeKind>(node.Word("kind", "self", "fine", "administrator", "support", "buy", "stop"), ignoreCase: true),
            };
            node.Done();
        }
    }

    private static string Version(string start, IEnumerable<GuideNode> nodes)
    {
        var structure = new StringBuilder(start);
        foreach (var node in nodes)
        {
            structure.Append('\n').Append(node.Id);
            if (node is not Question question) continue;
            structure.Append('?').Append(question.Kind);
            foreach (var option in question.Options) structure.Append(' ').Append(option.Id).Append('>').Append(option.To);
            foreach (var (code, to) in question.Codes.OrderBy(c => c.Key.Value)) structure.Append(' ').Append(code.Hex).Append('>').Append(to);
            structure.Append(" *>").Append(question.OtherCode);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(structure.ToString())).AsSpan(0, 4));
    }
}
