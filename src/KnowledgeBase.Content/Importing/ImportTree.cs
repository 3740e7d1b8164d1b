using System.Text.RegularExpressions;

namespace KnowledgeBase.Content.Importing;

/// <summary>Which files of a tree are pages, in which language, and which two are one page in two languages.</summary>
internal static partial class ImportTree
{
    private static readonly string[] s_endings = [".md", ".mdx", ".markdown"];

    /// <summary>The tool, by the marks that each leaves; null where none fits.</summary>
    public static ImportKind? Detect(IReadOnlyCollection<string> paths) =>
        paths.Any(p => p.StartsWith("docusaurus.config.", StringComparison.Ordinal) || p.Contains("/docusaurus-plugin-content-docs/", StringComparison.Ordinal)) ? ImportKind.Docusaurus
        : paths.Any(p => p is "mkdocs.yml" or "mkdocs.yaml" || p.EndsWith("/mkdocs.yml", StringComparison.Ordinal)) ? ImportKind.MkDocs
        : paths.Any(p => p.StartsWith("content/", StringComparison.Ordinal)) || paths.Any(p => p is "hugo.toml" or "hugo.yaml" or "config.toml") ? ImportKind.Hugo
        : paths.Any(p => p.StartsWith("docs/", StringComparison.Ordinal)) ? ImportKind.MkDocs
        : null;

    /// <summary>Where a page lies: its language and what both languages share. Null for a file that is no page, or one in a language
    /// that this site does not have.</summary>
    /// <param name="main">The language of pages that name none.</param>
    public static (Locale Locale, string Key, string Folder)? Place(ImportKind kind, string path, Locale main)
    {
        if (!s_endings.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) return null;
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        foreach (var (pattern, tools) in s_roots)
        {
            if (!tools.Contains(kind) || pattern().Match(path) is not { Success: true } match) continue;
            var tag = match.Groups["lang"];
            if (tag.Success && Locale.Find(tag.Value) is null) return null;
            var rest = match.Groups["rest"].Value;
            // Parts that pages take in are no pages.
            if (rest.Split('/')[..^1].Any(f => f.StartsWith('_'))) return null;
            // A page may name its language in its own name: `install.ja.md`.
            var suffix = Suffix.Match(rest);
            if (suffix.Success && Locale.Find(suffix.Groups[2].Value) is null) return null;
            var locale = Locale.Find(suffix.Groups[2].Value) ?? Locale.Find(tag.Value) ?? main;
            return (locale, Key(suffix.Success ? suffix.Groups[1].Value : rest[..rest.LastIndexOf('.')]), folder);
        }

        return null;
    }

    /// <summary>One spelling for what names a page: lower case, no `index`, no numbers that only sort.</summary>
    public static string Key(string path)
    {
        var parts = path.Trim('/').Split('/').Select(p => Sorting.Replace(p, "")).Where(p => p.Length > 0).ToList();
        if (parts.Count > 0 && parts[^1].ToLowerInvariant() is "index" or "_index" or "readme") parts.RemoveAt(parts.Count - 1);
        // Docusaurus: a page with the name of its folder stands for it.
        else if (parts.Count > 1 && parts[^1].Equals(parts[^2], StringComparison.OrdinalIgnoreCase)) parts.RemoveAt(parts.Count - 1);
        return string.Join('/', parts).ToLowerInvariant();
    }

    private static readonly (Func<Regex> Pattern, ImportKind[] Tools)[] s_roots =
    [
        (() => DocusaurusTranslation, [ImportKind.Docusaurus]),
        (() => DocusaurusDocs, [ImportKind.Docusaurus]),
        (() => HugoLanguage, [ImportKind.Hugo]),
        (() => HugoContent, [ImportKind.Hugo]),
        (() => MkDocsProject, [ImportKind.MkDocs]),
        (() => MkDocsLanguage, [ImportKind.MkDocs]),
        (() => MkDocsDocs, [ImportKind.MkDocs]),
    ];

    [GeneratedRegex(@"^(?:[^/]+/)?i18n/(?<lang>[A-Za-z-]+)/docusaurus-plugin-content-docs/current/(?<rest>.+)$")]
    private static partial Regex DocusaurusTranslation { get; }

    [GeneratedRegex(@"^(?:website/)?docs/(?<rest>.+)$")]
    private static partial Regex DocusaurusDocs { get; }

    [GeneratedRegex(@"^content/(?<lang>[a-z]{2}(?:-[a-z]{2,4})?)/(?<rest>.+)$")]
    private static partial Regex HugoLanguage { get; }

    [GeneratedRegex(@"^content/(?<rest>.+)$")]
    private static partial Regex HugoContent { get; }

    [GeneratedRegex(@"^docs/(?<lang>[a-z]{2}(?:-[A-Za-z]{2,4})?)/docs/(?<rest>.+)$")]
    private static partial Regex MkDocsProject { get; }

    [GeneratedRegex(@"^docs/(?<lang>[a-z]{2}(?:-[A-Za-z]{2,4})?)/(?<rest>.+)$")]
    private static partial Regex MkDocsLanguage { get; }

    [GeneratedRegex(@"^docs/(?<rest>.+)$")]
    private static partial Regex MkDocsDocs { get; }

    [GeneratedRegex(@"^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)\.\w+$")]
    private static partial Regex Suffix { get; }

    [GeneratedRegex(@"^\d+[-_.](?=\D)")]
    private static partial Regex Sorting { get; }
}
