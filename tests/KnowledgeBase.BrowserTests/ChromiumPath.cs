namespace KnowledgeBase.BrowserTests;

/// <summary>Finds a Chromium: the variable CHROMIUM, the search path, the usual folders.</summary>
internal static class ChromiumPath
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named && File.Exists(named)) return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(["/usr/bin", "/usr/local/bin", "/opt/google/chrome"]);
        return folders.SelectMany(f => s_names.Select(n => Path.Combine(f, n))).FirstOrDefault(File.Exists);
    }
}
