using System.Diagnostics;

namespace KnowledgeBase.BrowserTests;

/// <summary>The running site with a copy of the real content in a git working tree of its own: what is saved there stays there.</summary>
public sealed class EditableSite : IAsyncLifetime
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-edit-");

    public EditableSite() => Site = new(Content);

    public RunningSite Site { get; }

    public string Content => Path.Combine(_home.FullName, "content");

    public async Task InitializeAsync()
    {
        var source = Path.Combine(Repository(), "content");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Content, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Git("init", "-q", "-b", "main");
        Git("add", "-A");
        Git("-c", "user.name=Hand", "-c", "user.email=hand@kb.example", "commit", "-q", "-m", "Begin");
        await Site.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        _home.Delete(true);
    }

    /// <summary>Runs git in the content folder as a person would, and answers what it printed.</summary>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Content, RedirectStandardOutput = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {output}");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "KnowledgeBase.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
