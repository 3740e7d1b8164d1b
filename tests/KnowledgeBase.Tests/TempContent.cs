namespace KnowledgeBase.Tests;

/// <summary>A content folder of its own for one test, deleted after it.</summary>
internal sealed class TempContent : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-test-");

    public TempContent() => Directory.CreateDirectory(Folder);

    /// <summary>The content folder itself; beside it is room for files that must not be reached.</summary>
    public string Folder => Path.Combine(_home.FullName, "content");

    public static TempContent CopyOf(params string[] folder)
    {
        var copy = new TempContent();
        var source = Repository.At(folder);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)) copy.Write(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
        return copy;
    }

    public string At(string path) => Path.Combine(Folder, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
    }

    /// <summary>Replaces text in a file, and makes sure that its time of change moves.</summary>
    public void Change(string path, string from, string to)
    {
        var text = Read(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var before = File.GetLastWriteTimeUtc(At(path));
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
        if (File.GetLastWriteTimeUtc(At(path)) <= before) File.SetLastWriteTimeUtc(At(path), before.AddSeconds(1));
    }

    public void Delete(string path) => File.Delete(At(path));

    public void Dispose() => _home.Delete(true);
}
