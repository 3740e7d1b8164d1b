namespace KnowledgeBase.Site.Editing;

/// <summary>One file of a save, or one term of the glossary (<see cref="TermText"/>): new text, a new picture, or the file's end.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes; see <see cref="KnowledgeBase.Content.ContentPaths"/>.</param>
/// <param name="BaseRevision">Revision of the file that the editor started from (<see cref="FileRevision"/>); null where the file is new.</param>
/// <param name="Text">The whole new text, line ends in any form; null where the file is deleted or <see cref="Picture"/> is set.</param>
public sealed record FileChange(string Path, string? BaseRevision, string? Text)
{
    /// <summary>The text that the editor started from, for the merge where somebody else saved meanwhile. Believed only where its
    /// revision is <see cref="BaseRevision"/>; without it the history is asked.</summary>
    public string? BaseText { get; init; }

    /// <summary>The bytes of a picture; then <see cref="Text"/> is null.</summary>
    public ReadOnlyMemory<byte>? Picture { get; init; }

    public static FileChange Delete(string path, string baseRevision) => new(path, baseRevision, null);

    internal bool IsDelete => Text is null && Picture is null;
}
