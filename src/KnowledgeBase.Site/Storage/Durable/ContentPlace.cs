namespace KnowledgeBase.Site.Storage;

/// <summary>Full path of a file of the content folder that was proven to lie in it.</summary>
internal readonly record struct ContentPlace(string Path, string Full)
{
    public string Folder => System.IO.Path.GetDirectoryName(Full)!;

    /// <summary>Null where a part of the path is a symbolic link, something else than a folder stands in the way, or something else
    /// than a regular file stands at its end. A file that is not there yet is fine.</summary>
    public static ContentPlace? Find(string root, string path)
    {
        var folder = System.IO.Path.GetFullPath(root);
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, path));
        if (!full.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        for (var part = System.IO.Path.GetDirectoryName(full)!; part.Length > folder.Length; part = System.IO.Path.GetDirectoryName(part)!)
            if (new FileInfo(part).LinkTarget is not null || File.Exists(part)) return null;
        if (new FileInfo(full).LinkTarget is not null || Directory.Exists(full)) return null;
        return !File.Exists(full) || UnixFileKind.IsRegular(full) ? new(path, full) : null;
    }

    /// <summary>The bytes now; null where there is no such file.</summary>
    public byte[]? Read()
    {
        try
        {
            return File.ReadAllBytes(Full);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
