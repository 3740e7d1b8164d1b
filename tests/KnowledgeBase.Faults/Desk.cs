using System.Globalization;
using KnowledgeBase.Postgres;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeBase.Faults;

/// <summary>A content folder opened as the site opens it, and saves whose text tells which save it was.</summary>
internal sealed class Desk : IDisposable
{
    private const string Mark = "\nSave ";

    private readonly ServiceProvider _services;

    /// <param name="database">Connection string of the database that replicas share; or null.</param>
    public Desk(string content, string data, string? remote, string? database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["KnowledgeBase:ContentPath"] = content, ["KnowledgeBase:DataPath"] = data, ["KnowledgeBase:Editing:Remote"] = remote,
            ["KnowledgeBase:Storage:Provider"] = database is null ? StorageOptions.Embedded : StorageOptions.Postgres, ["KnowledgeBase:Storage:ConnectionString"] = database,
        });
        builder.AddSite();
        builder.AddPostgres();
        builder.Services.AddLogging();
        _services = builder.Services.BuildServiceProvider();
        _services.GetRequiredService<SiteRebuilder>().Start();
    }

    /// <summary>Starts a service as the site does.</summary>
    public Task Start<T>() where T : IHostedService => _services.GetServices<IHostedService>().OfType<T>().Single().StartAsync(CancellationToken.None);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Saves these files with a last line that says the number; all of them or none.</summary>
    public Task<SaveResult> Save(int number, string who, params string[] paths)
    {
        var workspace = Get<ContentWorkspace>();
        var changes = paths.Select(p => workspace.Open(p) ?? throw new InvalidOperationException($"{p} is gone")).Select(f => new FileChange(f.Path, f.Revision, Numbered(f.Text, number))).ToList();
        return Get<SaveFiles>().Save(new(changes, new(who, who + "@faults.example"), string.Create(CultureInfo.InvariantCulture, $"Save {number}"), ChangeClass.Minor));
    }

    public static string Numbered(string text, int number)
    {
        var at = text.LastIndexOf(Mark, StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{(at < 0 ? text.TrimEnd('\n') + "\n" : text[..at])}{Mark}{number}.\n");
    }

    public void Dispose() => _services.Dispose();
}
