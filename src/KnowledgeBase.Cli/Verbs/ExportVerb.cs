using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Exporting;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb export`: the site as plain files, for places without a network.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var target = new Option<string>("--static") { Description = "The folder to write; must be empty or missing.", Required = true };
        var site = new Option<string>("--site") { Description = "The address of the running site.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var verb = new Command("export", "Writes a running site as plain files, search included, for a file server or a folder without a network. Answers 0, 1 where a linked page is missing, 2 if it could not run.") { target, site };
        verb.SetAction((words, cancellation) => Run(words.GetValue(target)!, words.GetValue(site)!, words.InvocationConfiguration, cancellation));
        return verb;
    }

    private static async Task<int> Run(string target, string site, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(site, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return Refuse($"'{site}' is no address of a site.");
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())) return Refuse($"{target} is not empty. Name a folder that is, or a new one.");
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            using var export = new StaticExport(address, target);
            var (pages, files, missing) = CommandProgress.Run($"Writing {target}", told => export.Run(told, cancellation).GetAwaiter().GetResult());
            foreach (var path in missing.Order(StringComparer.Ordinal)) await console.Output.WriteLineAsync("missing: " + path);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{pages} pages, {files} other files, {missing.Count} missing, {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s."));
            return missing.Count > 0 ? ExitCode.Found : ExitCode.Fine;
        }
        catch (HttpRequestException e)
        {
            return Refuse($"{site} does not answer: {e.Message} Start the site first, or name it with --site.");
        }

        int Refuse(string why)
        {
            console.Error.WriteLine(why);
            return ExitCode.NotRun;
        }
    }
}
