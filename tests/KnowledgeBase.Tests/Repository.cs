namespace KnowledgeBase.Tests;

/// <summary>Where the checkout and the data beside it lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Path inside the checkout.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of the hostile data: the full set beside the checkout where it is there, else the sample in tests/data/hostile.</summary>
    public static string Hostile(string name)
    {
        var full = Path.Combine(Root, "..", "shared", "hostile", name);
        return File.Exists(full) ? full : At("tests", "data", "hostile", name);
    }

    /// <summary>Source files under a folder, build output left out, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/bin/") && !f.Contains("/obj/"))
            .Where(f => extensions.Length == 0 || extensions.Contains(Path.GetExtension(f)))
            .Order(StringComparer.Ordinal);

    public static string Read(string relative) => File.ReadAllText(At(relative));

    private static string Find()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "KnowledgeBase.sln"))) return d.FullName;
        throw new InvalidOperationException("The tests run from within a checkout: no KnowledgeBase.sln above " + AppContext.BaseDirectory);
    }
}
