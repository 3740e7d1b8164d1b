namespace KnowledgeBase.Site.Storage;

/// <summary>A media file, open for reading.</summary>
public sealed record MediaFile(Stream Content, DateTimeOffset Changed)
{
    /// <summary>Opens a file below the content folder; null where it is gone, a link, or leads out of the folder.</summary>
    /// <param name="name">Path relative to the content folder, as the snapshot lists it.</param>
    public static MediaFile? Open(string folder, string name)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, name));
        if (!full.StartsWith(root, StringComparison.Ordinal)) return null;
        for (var part = full; part.Length > root.Length; part = Path.GetDirectoryName(part)!)
            if (new FileInfo(part).LinkTarget is not null) return null;
        if (!UnixFileKind.IsRegular(full)) return null;
        try
        {
            return new(new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), File.GetLastWriteTimeUtc(full));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
