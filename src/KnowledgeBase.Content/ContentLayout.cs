using System.Collections.Frozen;
using System.Text;

namespace KnowledgeBase.Content;

/// <summary>Which file of the content folder is what, and which of two files with the same name counts.</summary>
internal static class ContentLayout
{
    private static readonly FrozenSet<string> s_pictures = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif");

    public static ContentFileKind KindOf(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var (folder, rest) = slash < 0 ? ("", path) : (path[..slash], path[(slash + 1)..]);
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name is "README.md" or "LICENSE" || name.EndsWith('~') || path.Split('/').Any(p => p.StartsWith('.'))) return ContentFileKind.Ignored;
        var inside = !rest.Contains('/', StringComparison.Ordinal);
        return (folder, name) switch
        {
            ("", "site.yaml") => ContentFileKind.Site,
            ("", "categories.yaml") => ContentFileKind.Categories,
            ("", "glossary.yaml") => ContentFileKind.Glossary,
            ("", "redirects.yaml") => ContentFileKind.Redirects,
            ("codes", "registry.csv") when inside => ContentFileKind.Registry,
            ("codes", _) when inside && name.EndsWith(".yaml", StringComparison.Ordinal) => ContentFileKind.Code,
            ("guides", _) when inside && name.EndsWith(GuideTestParser.Suffix, StringComparison.Ordinal) => ContentFileKind.GuideTests,
            ("guides", _) when inside && name.EndsWith(".yaml", StringComparison.Ordinal) => ContentFileKind.Guide,
            ("replies", _) when inside && name.EndsWith(".yaml", StringComparison.Ordinal) => ContentFileKind.Reply,
            ("articles", _) when name.EndsWith(".md", StringComparison.Ordinal) => ContentFileKind.Article,
            ("snippets", _) when inside && name.EndsWith(".md", StringComparison.Ordinal) => ContentFileKind.Snippet,
            ("media", _) when s_pictures.Contains(System.IO.Path.GetExtension(name)) => ContentFileKind.Media,
            _ => ContentFileKind.Unplaced,
        };
    }

    /// <summary>Files by kind, each in ordinal order of their paths. Of paths that some file systems or addresses cannot tell
    /// apart (other case, other Unicode form) the first in that order counts; all are reported.</summary>
    public static ILookup<ContentFileKind, ContentFile> Sort(IEnumerable<ContentFile> files, ICollection<Diagnostic> diagnostics)
    {
        var kept = new List<ContentFile>();
        foreach (var twins in files.OrderBy(f => f.Path, StringComparer.Ordinal).GroupBy(f => Folded(f.Path)))
        {
            var (first, all) = (twins.First(), twins.Select(t => t.Path).Distinct().ToList());
            kept.Add(first);
            if (all.Count > 1)
                foreach (var path in all)
                    diagnostics.Add(new(DiagnosticRule.PathTwins, path, 1, 1, $"{string.Join(", ", all.Where(p => p != path))} has the same name but for case or the form of characters; {first.Path} counts.",
                        "Rename or delete one of them."));
        }
        return kept.ToLookup(f => KindOf(f.Path));
    }

    // A name of broken surrogates cannot be normalised; it stands for itself.
    private static string Folded(string path)
    {
        try
        {
            return path.Normalize(NormalizationForm.FormC).ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            return path;
        }
    }
}
