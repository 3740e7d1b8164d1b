using KnowledgeBase.Content.Importing;

namespace KnowledgeBase.Cli.Importing;

/// <summary>Reads a documentation tree from disk. Links are not followed, and hidden and built folders are left out.</summary>
internal static class SourceTree
{
    private const int MostFiles = 200_000;
    private const long LargestText = 1024 * 1024;

    private static readonly string[] s_pages = [".md", ".mdx", ".markdown"];
    private static readonly string[] s_code = [".py", ".js", ".ts", ".tsx", ".jsx", ".json", ".yaml", ".yml", ".toml", ".sh", ".ps1", ".txt", ".go", ".java", ".cs", ".rs", ".rb", ".php", ".html", ".css", ".xml", ".sql", ".conf", ".ini"];
    private static readonly string[] s_leftOut = ["node_modules", "bin", "obj", "build", "dist", "public", "resources", "vendor"];

    /// <exception cref="InvalidDataException">There are too many files.</exception>
    public static IReadOnlyList<ImportFile> Read(string folder, Action<int, int> told)
    {
        var root = Path.GetFullPath(folder);
        var paths = new List<string>();
        Walk(new DirectoryInfo(root), 0, paths);
        var files = new ImportFile[paths.Count];
        var done = 0;
        Parallel.For(0, paths.Count, i =>
        {
            var (ending, size) = (Path.GetExtension(paths[i]).ToLowerInvariant(), new FileInfo(paths[i]).Length);
            var isText = s_pages.Contains(ending) || (s_code.Contains(ending) && size <= LargestText / 16);
            files[i] = new(Path.GetRelativePath(root, paths[i]).Replace('\\', '/'), isText && size <= LargestText ? File.ReadAllText(paths[i]) : null, size);
            told(Interlocked.Increment(ref done), paths.Count);
        });
        return files;
    }

    private static void Walk(DirectoryInfo folder, int depth, List<string> paths)
    {
        if (depth > 32) return;
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.') || entry.LinkTarget is not null) continue;
            if (entry is DirectoryInfo child && !(depth == 0 && s_leftOut.Contains(child.Name, StringComparer.Ordinal)) && child.Name != "node_modules") Walk(child, depth + 1, paths);
            else if (entry is FileInfo file) paths.Add(file.FullName);
            if (paths.Count > MostFiles) throw new InvalidDataException($"There are more than {MostFiles} files.");
        }
    }
}
