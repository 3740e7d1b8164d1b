using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Indexing;

/// <summary>A page: what a hit shows and what filters ask.</summary>
/// <param name="FirstPart">Its parts follow each other from here.</param>
internal sealed record IndexedPage(SearchDocument Document, int FirstPart)
{
    public Locale Locale => Document.Locale;

    /// <summary>The facet values that it has; see <see cref="Facets"/>.</summary>
    public uint FacetBits { get; } = Facets.Of(Document);
}
