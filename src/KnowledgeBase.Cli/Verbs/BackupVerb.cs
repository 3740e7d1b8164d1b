using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb backup`: one file with everything, while the site runs.</summary>
internal static class BackupVerb
{
    public static Command Create(SiteStores stores)
    {
        var (content, data) = (new Option<string?>("--content") { Description = "The content folder; by default the one found from here." }, SiteStores.DataOption());
        var to = new Option<string?>("--out") { Description = "The file to make, which must not exist; by default kb-backup-<time>.zip here. It holds keys and accounts: only its owner may read it." };
        var verb = new Command("backup", "Writes one file with the content, its history, all that visitors and staff said, and the keys, while the site runs. Answers 0, 1 if something had to be left out, 2 if there is no backup.") { content, data, to };
        verb.SetAction((words, cancellation) => stores.Use(words.GetValue(data), words.GetValue(content), words.InvocationConfiguration, services =>
        {
            var path = words.GetValue(to) ?? string.Create(CultureInfo.InvariantCulture, $"kb-backup-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}.zip");
            return Make(services.GetRequiredService<SiteBackup>(), path, words.InvocationConfiguration, cancellation);
        }));
        return verb;
    }

    /// <summary>Says what came of it.</summary>
    public static async Task<int> Say(BackupResult result, string done, InvocationConfiguration console)
    {
        switch (result)
        {
            case BackupResult.Done made:
                var entries = made.Manifest.Entries;
                foreach (var problem in made.Problems) await console.Error.WriteLineAsync($"Left out: {problem}.");
                await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{done} {made.Path}: {entries.Count(e => e.Name.StartsWith("content/", StringComparison.Ordinal))} files of the content, {(made.Manifest.Commit is { } commit ? $"its history up to {commit[..12]}" : "no history")}, {entries.Count} files and {entries.Sum(e => e.Bytes) / 1e6:0.0} MB in all, of {made.Manifest.Made:yyyy-MM-dd HH:mm:ss} UTC."));
                return made.Problems.Count == 0 ? ExitCode.Fine : ExitCode.Found;
            case BackupResult.Refused refused:
                await console.Error.WriteLineAsync($"Nothing was done: {refused.Reason}.");
                return ExitCode.NotRun;
            default:
                throw new InvalidOperationException(result.ToString());
        }
    }

    private static async Task<int> Make(SiteBackup backup, string path, InvocationConfiguration console, CancellationToken cancellation) =>
        await Say(await backup.Make(path, cancellation), "Written to", console);
}
