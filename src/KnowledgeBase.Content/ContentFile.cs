namespace KnowledgeBase.Content;

/// <summary>One file as it lies on disk. Whoever reads the disk (Site's storage, the command line) makes these; nothing in
/// this project opens a file.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Bytes">The raw bytes; for media files empty, since only their presence matters here.</param>
public sealed record ContentFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Length in bytes on disk, also where <see cref="Bytes"/> was left out.</summary>
    public long Size { get; init; } = Bytes.Length;

    /// <summary>Why the reader did not read the file (a symbolic link, no permission, too large), or null.</summary>
    public string? Refused { get; init; }
}
