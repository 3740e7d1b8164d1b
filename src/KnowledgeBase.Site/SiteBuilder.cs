using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Site;

/// <summary>Files → the next snapshot, keeping the last good version of a page that broke.</summary>
public static class SiteBuilder
{
    /// <param name="previous">The live snapshot, or null at start.</param>
    public static SiteSnapshot Build(IReadOnlyList<ContentFile> files, SiteSnapshot? previous, TimeProvider clock)
    {
        var content = ContentReader.Read(files, previous?.Content);
        return new SiteSnapshot(content, SearchIndexBuilder.Build(content), new((previous?.Info.Generation ?? 0) + 1, "", clock.GetUtcNow(), []));
    }
}
