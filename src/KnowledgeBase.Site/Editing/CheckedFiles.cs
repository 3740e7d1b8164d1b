using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>The files of a content folder, looked through on a day.</summary>
/// <param name="Files">By path.</param>
/// <param name="HasQueries">Whether golden queries were asked too.</param>
internal sealed record CheckedFiles(IReadOnlyList<ContentFile> Files, DateOnly Day, IReadOnlyList<Diagnostic> Errors, bool HasQueries)
{
    /// <summary>Whether looking through these files today finds the same.</summary>
    public bool Are(IReadOnlyList<ContentFile> files, DateOnly today) => Day == today && Files.Count == files.Count && Files.Zip(files).All(f => IsSame(f.First, f.Second));

    private static bool IsSame(ContentFile one, ContentFile other) => ReferenceEquals(one, other)
        || (one.Path == other.Path && one.Size == other.Size && one.Refused == other.Refused && one.Bytes.Span.SequenceEqual(other.Bytes.Span));
}
