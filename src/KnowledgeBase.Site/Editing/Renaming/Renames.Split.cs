using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using static KnowledgeBase.Site.Editing.RenamePlan;

namespace KnowledgeBase.Site.Editing;

public sealed partial class Renames
{
    // What the new article inherits; titles, dates of checks and golden queries are its own.
    private static readonly string[] s_notInherited = ["title", "summary", "id", "codes", "findable-by", "related", "translated-from", "verified", "published", "machine-translated"];

    /// <summary>Makes sections of an article an article of their own, in the same category and in every language it has. Links to
    /// those sections lead to the new article.</summary>
    public RenamePlan Split(SplitRequest split, Editor author, string message = "")
    {
        var content = Content();
        var languages = content.Articles.Where(a => a.Id.Value == split.Id).ToList();
        if (languages.Count == 0) return new Impossible($"There is no article `{split.Id}`.");
        if (!IsName(split.NewId) || content.Articles.Any(a => a.Id.Value == split.NewId || a.Slug == split.NewId)) return new Impossible($"`{split.NewId}` is no name, or is taken.");
        var cuts = new List<(Article Article, string Left, string Taken)>();
        foreach (var article in languages)
        {
            if (string.IsNullOrWhiteSpace(split.Title.In(article.Locale)) || string.IsNullOrWhiteSpace(split.Summary.In(article.Locale))) return new Impossible($"Title and summary are wanted in `{article.Locale}` too.");
            var (left, taken, missing) = Cut(Text(article.Path)!, split.Sections);
            if (missing is not null) return new Impossible($"`{split.Id}` has no section `#{missing}` in `{article.Locale}`.");
            cuts.Add((article, left, taken));
        }
        var anchors = cuts.SelectMany(c => Written.Matches(c.Taken)).Select(m => m.Groups["id"].Value).Distinct().ToList();
        var names = languages.SelectMany(a => new[] { a.Id.Value, a.Slug }).Distinct().ToList();
        var rewriter = new LinkRewriter(new(new Dictionary<string, string>(), names.SelectMany(n => anchors.Select(a => (n, a))).ToDictionary(k => k, k => (split.NewId, k.a))));
        var redirects = languages.Select(a => a.Slug).Distinct().SelectMany(s => anchors.Select(a => KeyValuePair.Create(ContentLinks.Neutral(s, a), ContentLinks.Neutral(split.NewId, a)))).ToList();
        var files = Rewritten(rewriter, redirects, [], []);
        foreach (var (article, left, taken) in cuts)
        {
            files[article.Path] = Change(article.Path, rewriter.Rewrite(article.Path, left, names));
            var target = $"articles/{article.Category}/{split.NewId}.{article.Locale}.md";
            files[target] = new(target, null, Header(Text(article.Path)!, split, article.Locale) + rewriter.Rewrite(target, BackLinks(taken, names[0], anchors), null));
        }
        return Plan(files, redirects, author, message, $"Split {split.NewId} from {split.Id}");
    }

    private static (string Left, string Taken, string? Missing) Cut(string text, IReadOnlyList<string> wanted)
    {
        var sections = SourceSections.Of(text);
        if (wanted.FirstOrDefault(w => sections.All(s => s.Id != w || s.Level == 0)) is { } missing) return ("", "", missing);
        var (left, taken, below) = ("", "", 0);
        foreach (var section in sections)
        {
            if (below > 0 && (section.Level <= below || section.Level == 0)) below = 0;
            if (below == 0 && section.Level > 0 && wanted.Contains(section.Id)) below = section.Level;
            if (below > 0) taken += section.Text;
            else left += section.Text;
        }
        return (left.TrimEnd('\n') + "\n", taken.TrimEnd('\n') + "\n", null);
    }

    // A link within the old article leads back to it, unless its target came along.
    private static string BackLinks(string taken, string old, IReadOnlyList<string> anchors) =>
        OwnAnchor.Replace(taken, m => anchors.Contains(m.Groups["id"].Value) ? m.Value : $"]({ContentLinks.Permanent(old, m.Groups["id"].Value)}");

    private static string Header(string text, SplitRequest split, Locale locale)
    {
        var top = SourceSections.Of(text)[0].Text;
        var end = top.StartsWith("---\n", StringComparison.Ordinal) ? top.IndexOf("\n---", 4, StringComparison.Ordinal) : -1;
        var header = end < 0 ? "---\n---\n" : top[..(end + 1)] + "---\n";
        header = s_notInherited.Aggregate(header, (h, key) => FrontMatterEdit.Set(h, key, null));
        header = header.Insert(4, $"title: {YamlKey.Quoted(split.Title.In(locale)!)}\nsummary: {YamlKey.Quoted(split.Summary.In(locale)!)}\n");
        return header + "\n";
    }

    [GeneratedRegex(@"\{#(?<id>[a-z0-9-]+)(?=[\s}])", RegexOptions.CultureInvariant)]
    private static partial Regex Written { get; }

    [GeneratedRegex(@"\]\(#(?<id>[a-z0-9-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnAnchor { get; }
}
