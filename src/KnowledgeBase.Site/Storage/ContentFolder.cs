namespace KnowledgeBase.Site.Storage;

/// <summary>Reads a content folder. Symbolic links, devices and pipes are never opened, nothing too large is read, and what is
/// refused says why.</summary>
public static class ContentFolder
{
    /// <summary>Largest text file that is read, in bytes; the parsers have tighter limits of their own.</summary>
    public const long LargestText = 4 * 1024 * 1024;

    /// <summary>Deepest folder below the content folder.</summary>
    public const int Deepest = 16;

    private static readonly string[] s_textExtensions = [".md", ".yaml", ".yml", ".csv"];

    /// <summary>Every file, ordered by path (ordinal).</summary>
    /// <param name="folder">Path of the content folder. A link there is followed: the operator named it.</param>
    /// <param name="unchanged">Files read before, by path: taken over where size and time of change are the same.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<ReadFile> Read(string folder, IReadOnlyDictionary<string, ReadFile>? unchanged = null)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists) throw new DirectoryNotFoundException($"There is no content folder at {root.FullName}. Set KnowledgeBase:ContentPath.");
        var (found, refused) = (new List<(FileInfo File, string Path)>(), new List<ReadFile>());
        Walk(root, "", 0, found, refused);
        var read = new ReadFile[found.Count];
        Parallel.For(0, read.Length, i => read[i] = ReadOne(found[i].File, found[i].Path, unchanged));
        return [.. read.Concat(refused).OrderBy(f => f.Content.Path, StringComparer.Ordinal)];
    }

    private static void Walk(DirectoryInfo folder, string prefix, int depth, List<(FileInfo File, string Path)> found, List<ReadFile> refused)
    {
        IReadOnlyList<FileSystemInfo> entries;
        try
        {
            entries = [.. folder.EnumerateFileSystemInfos()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refused.Add(Refuse(prefix.TrimEnd('/'), "the folder cannot be read: " + e.Message));
            return;
        }

        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith('.')) continue;
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null) refused.Add(Refuse(path, "it is a symbolic link; put the file itself here"));
            else if (entry is DirectoryInfo child && depth < Deepest) Walk(child, path + "/", depth + 1, found, refused);
            else if (entry is DirectoryInfo) refused.Add(Refuse(path, $"folders nest deeper than {Deepest}"));
            else found.Add(((FileInfo)entry, path));
        }
    }

    private static ReadFile ReadOne(FileInfo file, string path, IReadOnlyDictionary<string, ReadFile>? unchanged)
    {
        try
        {
            var stamp = new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks);
            if (unchanged?.GetValueOrDefault(path) is { } before && before.Stamp == stamp) return before;
            // Opening a pipe blocks until somebody writes.
            if (!UnixFileKind.IsRegular(file.FullName)) return Refuse(path, "it is not a regular file");
            if (!s_textExtensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) return new(new KnowledgeBase.Content.ContentFile(path, default) { Size = file.Length }, stamp);
            return file.Length > LargestText
                ? Refuse(path, $"it has {file.Length:N0} bytes; at most {LargestText:N0} are read")
                : new(new(path, File.ReadAllBytes(file.FullName)), stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(path, "it cannot be read: " + e.Message);
        }
    }

    private static ReadFile Refuse(string path, string why) => new(new KnowledgeBase.Content.ContentFile(path, default) { Refused = why }, default);
}
