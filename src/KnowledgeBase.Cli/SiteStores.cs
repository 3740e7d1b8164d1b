using System.CommandLine;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Cli;

/// <summary>What a site keeps, for the verbs that look at it or change it: in a data folder, or in the database that the environment
/// names as it does for the site. The site may run meanwhile.</summary>
/// <param name="further">Puts other stores behind the ports where the settings say so.</param>
internal sealed class SiteStores(Func<IHostApplicationBuilder, IHostApplicationBuilder> further)
{
    public static Option<string?> DataOption() => new("--data")
    {
        Description = "The data folder (KnowledgeBase:DataPath); by default the one beside the content folder found from here. A database is named by the environment, as for the site: KnowledgeBase__Storage__Provider and KnowledgeBase__Storage__ConnectionString.",
    };

    /// <summary>Does something with the stores.</summary>
    /// <param name="data">The data folder as given, or null.</param>
    /// <param name="content">The content folder as given, or null.</param>
    /// <param name="work">Answers the exit code.</param>
    /// <returns>What the work answered, or 2 after saying why it could not be done.</returns>
    public async Task<int> Use(string? data, string? content, InvocationConfiguration console, Func<IServiceProvider, Task<int>> work)
    {
        foreach (var folder in new[] { data, content }.OfType<string>().Where(f => !Directory.Exists(f)))
        {
            await console.Error.WriteLineAsync($"There is no folder {folder}.");
            return ExitCode.NotRun;
        }

        try
        {
            await using var services = Open(data, content);
            return await work(services);
        }
        catch (Exception e) when (e is OptionsValidationException or DirectoryNotFoundException)
        {
            await console.Error.WriteLineAsync(e is OptionsValidationException o ? string.Join('\n', o.Failures) : e.Message);
            return ExitCode.NotRun;
        }
    }

    /// <summary>The stores of a site with these folders; whoever opens them disposes of them.</summary>
    public ServiceProvider Open(string? data, string? content)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddEnvironmentVariables();
        var settings = new Dictionary<string, string?>();
        if (content is not null) settings[$"{SiteOptions.Section}:ContentPath"] = Path.GetFullPath(content);
        // What is kept does not depend on the content then.
        else if (data is not null) settings[$"{SiteOptions.Section}:ContentPath"] = Directory.GetCurrentDirectory();
        if (data is not null) settings[$"{SiteOptions.Section}:DataPath"] = Path.GetFullPath(data);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddSite();
        further(builder);
        builder.Services.AddLogging(l => l.ClearProviders());
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>Whether the store has anything: looking into an embedded one that was never used would make its file.</summary>
    public static bool Exists(object store) => store is not (SqliteAccountStore { Exists: false } or SqliteVisitorStore { Exists: false });

    /// <summary>Says where a problem lies.</summary>
    public static string Place(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SiteOptions>>().Value.Storage.Provider == StorageOptions.Postgres ? "The database" : services.GetRequiredService<SiteDataFolder>().Path;
}
