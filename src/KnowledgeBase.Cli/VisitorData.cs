using System.CommandLine;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Cli;

/// <summary>Reads what visitors told the site, for the verbs that list it.</summary>
internal static class VisitorData
{
    public static Option<string?> Option() => new("--data") { Description = "The data folder (KnowledgeBase:DataPath); by default the one beside the content folder found from here." };

    /// <summary>Prints a list from the store.</summary>
    /// <param name="folder">As given, or null for the one beside the content.</param>
    /// <param name="read">What to read; not asked where nothing was ever kept, so that looking makes no file.</param>
    public static async Task<int> Print<T>(string? folder, InvocationConfiguration console, Func<IVisitorStore, Task<IReadOnlyList<T>>> read, Func<IReadOnlyList<T>, string> report)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            await console.Error.WriteLineAsync($"There is no folder {folder}.");
            return ExitCode.NotRun;
        }

        var data = DataLocation.Find(folder, folder is null ? ContentLocation.Find(null, AppContext.BaseDirectory) : ".");
        using var store = new SqliteVisitorStore(data, TimeProvider.System);
        var items = store.Exists ? await read(store) : [];
        if (store.Problem is { } problem)
        {
            await console.Error.WriteLineAsync($"{data} cannot be read: {problem}");
            return ExitCode.NotRun;
        }

        await console.Output.WriteAsync(report(items));
        return ExitCode.Fine;
    }
}
