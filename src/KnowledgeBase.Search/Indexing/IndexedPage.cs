using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Indexing;

/// <summary>A page: what a hit shows and what filters ask.</summary>
/// <param name="FirstPart">Its parts follow each other from here.</param>
/// <param name="Twin">The same page in the other language, or -1.</param>
internal sealed record IndexedPage(SearchDocument Document, int FirstPart, int Twin)
{
    public Locale Locale => Document.Locale;

    /// <summary>An empty list applies to everything.</summary>
    public bool Has(string? os, string? licence, HitKind? kind) =>
        Lists(Document.AppliesTo.Os, os) && Lists(Document.AppliesTo.Licence, licence) && (kind is null || kind == Document.Kind);

    private static bool Lists(IReadOnlyList<string> values, string? wanted) => wanted is null || values.Count == 0 || values.Contains(wanted);
}
