using System.Diagnostics;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Site.Editing;

/// <summary>A copy of the sample site in a git working tree of its own, with everything that edits it.</summary>
internal sealed class EditingDesk : IDisposable
{
    public static readonly Editor Aya = new("Aya Tanaka", "aya@kb.example");
    public static readonly Editor Ben = new("Ben Smith", "ben@kb.example");

    private readonly ServiceProvider _services;
    private readonly bool _ownsContent;

    public EditingDesk(bool git = true, Action<SiteOptions>? set = null, TempContent? content = null, TimeProvider? clock = null, string? gitProgram = null)
    {
        _ownsContent = content is null;
        Content = content ?? TempContent.CopyOf("tests", "data", "site");
        if (git && !Directory.Exists(Path.Combine(Content.Folder, ".git")))
        {
            Git("init", "-q", "-b", "main");
            CommitByHand("Begin");
        }
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["KnowledgeBase:ContentPath"] = Content.Folder, ["KnowledgeBase:DataPath"] = Path.Combine(Content.Folder, "..", "data") });
        if (set is not null) builder.Services.Configure(set);
        builder.AddSite();
        if (gitProgram is not null) builder.Services.AddSingleton(new GitRepository(new GitProcess(Content.Folder, TimeSpan.FromSeconds(1), gitProgram)));
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.Services.AddLogging();
        _services = builder.Services.BuildServiceProvider();
        Get<SiteRebuilder>().Start();
    }

    public TempContent Content { get; }

    public string Data => Get<SiteDataFolder>().Path;

    public SaveFiles Files => Get<SaveFiles>();

    public SiteSnapshot Site => Get<CurrentSite>().Snapshot;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public EditableFile Open(string path) => Get<ContentWorkspace>().Open(path) ?? throw new InvalidOperationException("No " + path);

    /// <summary>Replaces words in a file and saves it.</summary>
    public Task<SaveResult> Save(string path, string from, string to, string message = "Say it better", ChangeClass kind = ChangeClass.Minor, Editor? author = null) =>
        Files.Save(new([Edit(path, from, to)], author ?? Aya, message, kind));

    public FileChange Edit(string path, string from, string to)
    {
        var file = Open(path);
        Assert.Contains(from, file.Text);
        return new(path, file.Revision, file.Text.Replace(from, to)) { BaseText = file.Text };
    }

    /// <summary>Commits everything in the folder as somebody who works without the site does.</summary>
    public void CommitByHand(string message)
    {
        Git("add", "-A");
        Git("-c", "user.name=Hand", "-c", "user.email=hand@kb.example", "commit", "-q", "-m", message);
    }

    /// <summary>Runs git in the content folder as a person would, and answers what it printed.</summary>
    public string Git(params string[] arguments) => Run(Content.Folder, arguments);

    public static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.Result}");
    }

    public void Dispose()
    {
        _services.Dispose();
        if (_ownsContent) Content.Dispose();
    }
}
