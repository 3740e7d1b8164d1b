namespace KnowledgeBase.Site.Storage;

/// <summary>Several files replaced so that after a crash at any moment each is whole, old or new: everything is written beside its
/// target and flushed first, then renamed, then the folders are flushed.</summary>
internal sealed class DurableWrite(string name) : IDisposable
{
    /// <summary>How the names of unfinished files begin; hidden, so that nobody reads them.</summary>
    public const string Prefix = ".kb-saving-";

    private readonly List<(ContentPlace Place, string? Temporary, byte[]? Before)> _files = [];
    private readonly HashSet<string> _folders = [];

    /// <summary>Writes the new bytes beside the target.</summary>
    /// <param name="bytes">Null: the file will be deleted.</param>
    /// <param name="before">What is there now, for the way back; null where nothing is.</param>
    /// <exception cref="IOException">The disk did not take it; the target is untouched.</exception>
    public void Stage(ContentPlace place, byte[]? bytes, byte[]? before)
    {
        if (bytes is null)
        {
            _files.Add((place, null, before));
            return;
        }
        MakeFolder(place.Folder);
        var temporary = Path.Combine(place.Folder, $"{Prefix}{name}-{_files.Count}.tmp");
        _files.Add((place, temporary, before));
        Write(temporary, bytes, before is null ? null : place.Full);
    }

    /// <summary>Puts everything in place; on an error all is as it was.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public void Apply()
    {
        var done = 0;
        try
        {
            foreach (var (place, temporary, _) in _files)
            {
                done++;
                if (temporary is null) File.Delete(place.Full);
                else File.Move(temporary, place.Full, overwrite: true);
            }
            foreach (var folder in _files.Select(f => f.Place.Folder).Concat(_folders).Distinct().Where(Directory.Exists)) LibC.FlushFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var (place, _, before) in _files.Take(done)) PutBack(place, before);
            throw;
        }
    }

    /// <summary>Takes away what was staged and not applied.</summary>
    public void Dispose()
    {
        foreach (var (_, temporary, _) in _files)
            if (temporary is not null) TryDelete(temporary);
    }

    /// <summary>Takes away what a process that died left beside its targets.</summary>
    public static void Clean(string root)
    {
        var walk = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = ContentFolder.Deepest };
        foreach (var left in Directory.EnumerateFiles(root, Prefix + "*.tmp", walk)) TryDelete(left);
    }

    /// <summary>Replaces one file of the site's own.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = path + ".tmp";
        File.Delete(temporary);
        try
        {
            Write(temporary, bytes, null);
            File.Move(temporary, path, overwrite: true);
            LibC.FlushFolder(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw;
        }
    }

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(folder)!;
        MakeFolder(parent);
        Directory.CreateDirectory(folder);
        _folders.Add(parent);
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes, string? like)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (like is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(handle, File.GetUnixFileMode(like));
        RandomAccess.Write(handle, bytes, 0);
        LibC.Flush(handle, path);
    }

    // The disk has failed already: as good as it still goes.
    private static void PutBack(ContentPlace place, byte[]? before)
    {
        try
        {
            if (before is null) File.Delete(place.Full);
            else
            {
                var temporary = place.Full + Prefix + "back.tmp";
                File.WriteAllBytes(temporary, before);
                File.Move(temporary, place.Full, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The journal still has the new text; the next start finishes it.
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left for the next start.
        }
    }
}
