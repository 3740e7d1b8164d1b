using System.Diagnostics;

namespace KnowledgeBase.BrowserTests;

/// <summary>A running site over a copy of the sample content in a git repository of its own, which tests may change.</summary>
public sealed class EditedSite : IAsyncLifetime
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-edited-");

    public EditedSite()
    {
        Content = Path.Combine(_home.FullName, "content");
        var source = Path.Combine(Checkout(), "tests", "data", "site");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Content, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Git("init", "-q", "-b", "main");
        Git("add", "-A");
        Git("-c", "user.name=Hand", "-c", "user.email=hand@kb.example", "commit", "-q", "-m", "Begin");
        Site = new(Content);
    }

    public RunningSite Site { get; }

    public string Content { get; }

    public Task InitializeAsync() => Site.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        _home.Delete(true);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Content })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "KnowledgeBase.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
