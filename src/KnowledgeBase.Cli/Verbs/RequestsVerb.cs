using System.CommandLine;
using KnowledgeBase.Cli.Reports;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb requests`: which articles visitors miss most.</summary>
internal static class RequestsVerb
{
    public static Command Create(SiteStores stores)
    {
        var data = SiteStores.DataOption();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var verb = new Command("requests", "Lists the articles that visitors asked for, most asked for first. Answers 0, or 2 if it could not run.") { data, json };
        verb.SetAction((words, cancellation) => VisitorData.Print(
            stores, words.GetValue(data), words.InvocationConfiguration, s => s.Requests(cancellation), words.GetValue(json) ? RequestReport.Json : RequestReport.Text));
        return verb;
    }
}
