namespace KnowledgeBase.Content.Checking;

/// <summary>Does a link lead anywhere? Understands language-neutral links and the addresses of pages without their language.</summary>
internal sealed class LinkTargets(CheckScope scope)
{
    // Guessing what was meant compares with every name there is; half of the content may be broken at once.
    private const int MostGuesses = 300;

    private static readonly string[] s_pages = ["/", "/codes", "/search"];

    private int _guesses;

    /// <param name="locale">Anchors are looked for in this language; null: in every language that the article has.</param>
    /// <param name="from">The article around an `#anchor`.</param>
    public LinkVerdict Judge(string link, Locale? locale, Article? from)
    {
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = hash < 0 ? (link, null) : (link[..hash], link[(hash + 1)..]);
        if (path.Length == 0) return from is null || from.Skeleton.Anchors.Contains(anchor!) ? LinkVerdict.Fine : NoAnchor(link, from.Path, from.Skeleton.Anchors);
        if (!path.StartsWith('/')) return path.Contains(':', StringComparison.Ordinal) ? LinkVerdict.Fine : Lost(link, "Begin it with /a/, /c/, /g/ or https://.");
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var (place, parameters) = query < 0 ? (path, "") : (path[..query], path[(query + 1)..]);
        var parts = place.Split('/');
        return parts switch
        {
            ["", "a" or "articles", var id] => Article(link, id, anchor, locale),
            ["", "c" or "codes", var code] => Code(link, code, anchor),
            ["", "g" or "guides", var id, ..] => Guide(link, id, parts.Length == 4 ? parts[3] : null, parameters),
            ["", "categories", var id] => scope.Content.Categories.Any(c => c.Id == id) ? LinkVerdict.Fine : Lost(link, Near(id, scope.Content.Categories.Select(c => c.Id))),
            ["", "glossary"] => Term(link, anchor),
            ["", "media", ..] => scope.Content.Media.Contains(place[1..]) ? LinkVerdict.Fine : new(DiagnosticRule.BrokenImage, $"There is no picture `{place[1..]}`.", Near(place[1..], scope.Content.Media)),
            ["", var tag, ..] when Locale.Find(tag) is not null => Lost(link, "Leave the language out and link the permanent name, like /a/article-id."),
            _ => s_pages.Contains(place) || scope.Content.Redirects.Targets.ContainsKey(place) ? LinkVerdict.Fine : Lost(link, "Link a page as /a/article-id, /c/code, /g/guide-id or /glossary#term."),
        };
    }

    private LinkVerdict Article(string link, string id, string? anchor, Locale? locale)
    {
        if (scope.Article(id, locale) is not { } article) return Lost(link, Near(id, scope.Content.Articles.Select(a => a.Id.Value).Distinct()));
        if (string.IsNullOrEmpty(anchor)) return LinkVerdict.Fine;
        var targets = locale is null ? scope.Content.Articles.Where(a => a.Id == article.Id) : [article];
        var lacking = targets.FirstOrDefault(a => !a.Skeleton.Anchors.Contains(anchor));
        return lacking is null ? LinkVerdict.Fine : NoAnchor(link, lacking.Path, lacking.Skeleton.Anchors);
    }

    private LinkVerdict Code(string link, string written, string? anchor)
    {
        if (!ErrorCode.TryParse(written, out var code)) return Lost(link, "Write the code like 0xC004F213.");
        if (!scope.IsKnown(code)) return new(DiagnosticRule.UnknownCode, $"The link `{link}` names {code.Hex}, which has no page and is not in the registry.", "Correct the code, or add it to codes/registry.csv.");
        if (string.IsNullOrEmpty(anchor) || !scope.Entries.TryGetValue(code, out var entry)) return LinkVerdict.Fine;
        return entry.Cases.Any(c => c.Id == anchor) ? LinkVerdict.Fine : NoAnchor(link, entry.Path, entry.Cases.Select(c => c.Id));
    }

    private LinkVerdict Guide(string link, string id, string? node, string parameters)
    {
        if (!scope.Guides.TryGetValue(id, out var guide)) return Lost(link, Near(id, scope.Guides.Keys));
        if (node is not (null or "map") && !guide.Nodes.ContainsKey(node)) return Lost(link, Near(node, guide.Order));
        var answers = parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
            .Select(p => KeyValuePair.Create(Uri.UnescapeDataString(p[0]), p.Length > 1 ? Uri.UnescapeDataString(p[1]) : ""));
        var dropped = GuideWalk.Walk(guide, answers).Dropped;
        return dropped.Count == 0 ? LinkVerdict.Fine : Lost(link, $"The guide has no such question or answer: {string.Join(", ", dropped)}.");
    }

    private LinkVerdict Term(string link, string? anchor) =>
        string.IsNullOrEmpty(anchor) || scope.Content.Glossary.Any(t => t.Id == anchor) ? LinkVerdict.Fine : NoAnchor(link, "glossary.yaml", scope.Content.Glossary.Select(t => t.Id));

    private static LinkVerdict Lost(string link, string mend) => new(DiagnosticRule.BrokenLink, $"The link `{link}` leads nowhere.", mend);

    private LinkVerdict NoAnchor(string link, string file, IEnumerable<string> anchors) =>
        new(DiagnosticRule.BrokenAnchor, $"The link `{link}` points at an anchor that {file} does not have.", NearAnchor(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..], [.. anchors.Order(StringComparer.Ordinal)]));

    private string NearAnchor(string wanted, List<string> anchors) =>
        Guess(wanted, anchors) is { } near ? $"Did you mean `#{near}`?"
        : anchors.Count == 0 ? "Leave the anchor out, or write it behind a heading."
        : $"Anchors there: {string.Join(", ", anchors.Take(12).Select(a => "#" + a))}{(anchors.Count > 12 ? " …" : "")}.";

    private string Near(string wanted, IEnumerable<string> known) =>
        Guess(wanted, known) is { } near ? $"Did you mean `{near}`?" : "Correct the link, or write what it points at.";

    private string? Guess(string wanted, IEnumerable<string> known) => _guesses++ < MostGuesses ? Yaml.EditDistance.Nearest(wanted, known) : null;
}
