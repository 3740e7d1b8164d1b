using System.CommandLine;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb requests`: which articles visitors miss most.</summary>
internal static class RequestsVerb
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The data folder (KnowledgeBase:DataPath); by default the one beside the content folder found from here." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var verb = new Command("requests", "Lists the articles that visitors asked for, most asked for first. Answers 0, or 2 if it could not run.") { data, json };
        verb.SetAction((words, cancellation) => Run(words.GetValue(data), words.GetValue(json), words.InvocationConfiguration, cancellation));
        return verb;
    }

    private static async Task<int> Run(string? data, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (data is not null && !Directory.Exists(data))
        {
            await console.Error.WriteLineAsync($"There is no folder {data}.");
            return ExitCode.NotRun;
        }

        var folder = DataLocation.Find(data, data is null ? ContentLocation.Find(null, AppContext.BaseDirectory) : ".");
        using var store = new SqliteVisitorStore(folder, TimeProvider.System);
        // Looking makes no file where nobody asked for anything yet.
        var requests = store.Exists ? await store.Requests(cancellation) : [];
        if (store.Problem is { } problem)
        {
            await console.Error.WriteLineAsync($"{folder} cannot be read: {problem}");
            return ExitCode.NotRun;
        }

        await console.Output.WriteAsync(json ? RequestReport.Json(requests) : RequestReport.Text(requests));
        return ExitCode.Fine;
    }
}
