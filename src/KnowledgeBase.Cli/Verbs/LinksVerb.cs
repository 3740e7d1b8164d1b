using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb links`: whether the links to other sites still lead somewhere.</summary>
internal static class LinksVerb
{
    private static readonly TimeSpan s_usual = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    public static Command Create(SiteStores stores)
    {
        var folder = new Option<string?>("--content") { Description = "The content folder; by default the one found from here." };
        var data = SiteStores.DataOption();
        var isPrivate = new Option<bool>("--private") { Description = "Ask addresses in private networks too." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var verb = new Command("links", "Checks every link to another site once. Answers 0 where all answer, 1 where one is broken, 2 if it could not run.") { folder, data, isPrivate, json };
        verb.SetAction((words, cancellation) => Run(stores, words.GetValue(folder) ?? ContentLocation.Find(null, AppContext.BaseDirectory), words.GetValue(data), words.GetValue(isPrivate), words.GetValue(json), words.InvocationConfiguration, cancellation));
        return verb;
    }

    private static async Task<int> Run(SiteStores stores, string folder, string? data, bool isPrivate, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (LoadedContent.Read(folder, console.Error) is not { } site) return ExitCode.NotRun;
        await using var services = stores.Open(data, folder);
        using var checker = new LinkChecker(isPrivate);
        var round = new LinkRound(services.GetRequiredService<ILinkStore>(), checker, TimeProvider.System);
        var links = CommandProgress.Run("Asking other sites", told => round.Run(site, s_usual, s_pause, true, told, cancellation).GetAwaiter().GetResult());
        var wrong = links.Where(l => l.State != LinkState.Fine).ToList();
        if (json) await console.Output.WriteAsync(ReportJson.Write(links.Select(l => new { l.Address, state = l.State.ToString(), l.Status, l.Problem, l.Failures, pages = OutsideLinks.Pages(site, l.Address) })));
        else
        {
            foreach (var link in wrong) await console.Output.WriteLineAsync($"{link.State}: {link.Address} ({link.Status?.ToString(CultureInfo.InvariantCulture) ?? link.Problem}) in {string.Join(", ", OutsideLinks.Pages(site, link.Address))}");
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{links.Count} links to other sites, {wrong.Count} of them do not answer."));
        }

        return links.Any(l => l.State == LinkState.Broken) ? ExitCode.Found : ExitCode.Fine;
    }
}
