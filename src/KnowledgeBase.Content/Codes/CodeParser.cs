using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>A file of `codes` → the page of a code. The file's name is the code.</summary>
internal static class CodeParser
{
    /// <summary>The entry, or null where the file cannot be a page: no YAML, no code in its name, no title or meaning.</summary>
    public static CodeEntry? Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        if (Code(path, diagnostics) is not { } code) return null;
        if (YamlDocument.ParseMap(text, path, 0, diagnostics) is not { } map) return null;
        var retired = map.Word("status", "current", "retired") == "retired";
        var entry = new CodeEntry
        {
            Code = code,
            Path = path,
            Revision = TextRevision.Of(text),
            Places = map.Places(),
            Symbol = map.Text("symbol"),
            Area = map.Text("area"),
            Status = retired ? CodeStatus.Retired : CodeStatus.Current,
            RetiredNote = map.Localized("retired-note"),
            Evidence = map.Word("evidence", "documented", "recalled", "inferred", "header") switch
            {
                "documented" => Evidence.Documented,
                "recalled" => Evidence.Recalled,
                _ => Evidence.Inferred,
            },
            Title = map.RequiredLocalized("title"),
            Meaning = map.RequiredLocalized("meaning"),
            Who = map.Localized("who"),
            First = First(map),
            Messages = Texts(map, "messages"),
            Appears = Texts(map, "appears"),
            Cases = Cases(map),
            Related = map.Codes("related"),
            ConfusedWith = Confused(map),
            Guide = Guide(map),
            AppliesTo = SharedKeys.AppliesTo(map),
            FindableBy = GoldenQueryParser.Parse(map),
            Sources = SharedKeys.Sources(map),
            Verified = SharedKeys.Verified(map),
            Updated = map.Date("updated"),
        };
        map.Done();
        return entry.Title.IsEmpty || entry.Meaning.IsEmpty ? null : entry;
    }

    private static ErrorCode? Code(string path, ICollection<Diagnostic> diagnostics)
    {
        var name = path[(path.LastIndexOf('/') + 1)..^".yaml".Length];
        var isCode = ErrorCode.TryParse(name, out var code);
        if (!isCode || name != code.Hex)
            diagnostics.Add(new(DiagnosticRule.BadFileName, path, 1, 1, isCode ? $"The name `{name}` writes the code in another form." : $"The name `{name}` is no error code.",
                isCode ? $"Rename the file to {code.Hex}.yaml." : "Name the file after its code, like 0xC004F213.yaml."));
        return isCode ? code : null;
    }

    private static CodeAction? First(YamlMap map)
    {
        if (map.Map("first") is not { } first) return null;
        var action = new CodeAction(first.RequiredLocalized("text"), first.Text("link"));
        first.Done();
        return action.Text.IsEmpty ? null : action;
    }

    private static List<LocalizedText> Texts(YamlMap map, string key) =>
        [.. (map.Find(key)?.Items() ?? []).Select(i => i.Localized()).Where(t => !t.IsEmpty)];

    private static List<CodeCase> Cases(YamlMap map)
    {
        var cases = new List<CodeCase>();
        foreach (var entry in map.Maps("cases"))
        {
            var id = entry.Id("id");
            var read = new CodeCase
            {
                Id = id ?? $"case-{cases.Count + 1}",
                Channels = entry.Words("channels", DiagnosticRule.UnknownFacet, AppliesTo.KnownLicences),
                Who = entry.RequiredLocalized("who"),
                Cause = entry.RequiredLocalized("cause"),
                Remedy = entry.RequiredLocalized("remedy"),
                Link = entry.Text("link"),
            };
            entry.Done();
            if (cases.Any(c => c.Id == read.Id))
                entry.Report(DiagnosticRule.DuplicateId, $"Two cases have the id `{read.Id}`; the first counts.", "Give this one another id.");
            else cases.Add(read);
        }
        return cases;
    }

    private static List<ConfusedCode> Confused(YamlMap map)
    {
        var confused = new List<ConfusedCode>();
        foreach (var entry in map.Maps("confused-with"))
        {
            var code = entry.Require("code")?.Code();
            var how = entry.RequiredLocalized("how");
            entry.Done();
            if (code is { } found) confused.Add(new(found, how));
        }
        return confused;
    }

    private static CodeGuideEntry? Guide(YamlMap map)
    {
        if (map.Map("guide") is not { } guide) return null;
        var id = guide.Id("id");
        var answers = Answers(guide);
        guide.Done();
        return id is null ? null : new(id, answers);
    }

    /// <summary>The map under `answers`: question id → answer.</summary>
    internal static Dictionary<string, string> Answers(YamlMap map)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (key, value) in map.Map("answers")?.Entries ?? [])
            if (value.Text() is { } answer) answers[key.Value] = answer;
        return answers;
    }
}
