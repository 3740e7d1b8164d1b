using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>A file of `replies` → a ready reply. The file's name is its id.</summary>
internal static class ReplyParser
{
    private static readonly string[] s_kinds = [.. Enum.GetNames<OutcomeKind>().Select(n => n.ToLowerInvariant())];

    /// <summary>The template, or null where the file cannot be one: no YAML, no text in it.</summary>
    public static ReplyTemplate? Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        if (YamlDocument.ParseMap(text, path, 0, diagnostics) is not { } map) return null;
        var subject = map.Word("for", "outcome", "article", "code") switch { "article" => ReplySubject.Article, "code" => ReplySubject.Code, _ => ReplySubject.Outcome };
        map.Require("for");
        var body = map.Require("body") as YamlMap;
        var reply = new ReplyTemplate
        {
            Id = path[(path.LastIndexOf('/') + 1)..^".yaml".Length],
            Path = path,
            Places = map.Places(),
            Title = map.RequiredLocalized("title"),
            For = subject,
            Kinds = [.. map.Words("kinds", DiagnosticRule.BadValue, s_kinds).Select(k => Enum.Parse<OutcomeKind>(k, ignoreCase: true))],
            Only = map.Texts("only"),
            Body = map.Localized("body"),
        };
        foreach (var locale in Locale.All)
            if (reply.Body[locale] is { } words && body?.Find(locale.Tag) is { } place) Check(reply, words, place);
        map.Done();
        return reply.Body.IsEmpty ? null : reply;
    }

    private static void Check(ReplyTemplate reply, string words, YamlNode place)
    {
        var (used, known) = (ReplyPlaces.In(words), ReplyPlaces.For(reply.For));
        foreach (var name in used.Except(known))
            place.Report(DiagnosticRule.UnknownReplyPlace, $"`{{{YamlNode.Cut(name)}}}` is not filled in here.", $"Use: {string.Join(", ", known.Select(k => $"{{{k}}}"))}.");
        if (!used.Contains(ReplyPlaces.Link))
            place.Report(DiagnosticRule.ReplyWithoutLink, "The reply does not say where the procedure stands.", "Write `{link}` on a line of its own.");
    }
}
