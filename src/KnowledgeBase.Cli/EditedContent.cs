using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Cli;

/// <summary>A content folder with what changes it, for the verbs that do.</summary>
internal sealed class EditedContent : IDisposable
{
    private readonly ServiceProvider _services;

    private EditedContent(string folder, string? data)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["KnowledgeBase:ContentPath"] = Path.GetFullPath(folder), ["KnowledgeBase:DataPath"] = data is null ? null : Path.GetFullPath(data),
        });
        builder.AddSite();
        builder.Services.AddLogging(l => l.ClearProviders());
        _services = builder.Services.BuildServiceProvider();
        Get<SiteRebuilder>().Start();
    }

    public SiteSnapshot Site => Get<CurrentSite>().Snapshot;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Null after saying on <paramref name="errors"/> why there is none.</summary>
    public static EditedContent? Open(string folder, string? data, TextWriter errors)
    {
        if (Directory.Exists(folder))
        {
            try
            {
                return LoadedContent.WithProgress($"Reading {folder}", () => new EditedContent(folder, data));
            }
            catch (ContentUnusableException e)
            {
                errors.WriteLine(e.Message);
                return null;
            }
        }

        errors.WriteLine($"There is no folder {folder}.");
        return null;
    }

    /// <summary>`Name &lt;mail&gt;`, or whoever runs the command.</summary>
    public static Editor Author(string? written)
    {
        var open = written?.IndexOf('<', StringComparison.Ordinal) ?? -1;
        return open > 0 ? new(written![..open].Trim(), written[(open + 1)..].TrimEnd('>', ' ')) : new(Environment.UserName, $"{Environment.UserName}@{Environment.MachineName}");
    }

    public void Dispose() => _services.Dispose();
}
