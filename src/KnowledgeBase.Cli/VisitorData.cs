using System.CommandLine;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Cli;

/// <summary>Reads what visitors told the site, for the verbs that list it.</summary>
internal static class VisitorData
{
    /// <summary>Prints a list from the store.</summary>
    /// <param name="folder">As given, or null for the one beside the content.</param>
    /// <param name="read">What to read; not asked where nothing was ever kept, so that looking makes no file.</param>
    public static Task<int> Print<T>(SiteStores stores, string? folder, InvocationConfiguration console, Func<IVisitorStore, Task<IReadOnlyList<T>>> read, Func<IReadOnlyList<T>, string> report) =>
        stores.Use(folder, null, console, async services =>
        {
            var store = services.GetRequiredService<IVisitorStore>();
            var items = SiteStores.Exists(store) ? await read(store) : [];
            if (store.Problem is { } problem)
            {
                await console.Error.WriteLineAsync($"{SiteStores.Place(services)} cannot be read: {problem}");
                return ExitCode.NotRun;
            }

            await console.Output.WriteAsync(report(items));
            return ExitCode.Fine;
        });
}
