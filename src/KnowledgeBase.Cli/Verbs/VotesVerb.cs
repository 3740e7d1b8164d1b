using System.CommandLine;
using KnowledgeBase.Cli.Reports;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb votes`: which pages do not help, and why.</summary>
internal static class VotesVerb
{
    public static Command Create(SiteStores stores)
    {
        var data = SiteStores.DataOption();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var verb = new Command("votes", "Lists what visitors said about each text of a page, most unhelpful first. Answers 0, or 2 if it could not run.") { data, json };
        verb.SetAction((words, cancellation) => VisitorData.Print(
            stores, words.GetValue(data), words.InvocationConfiguration, s => s.Votes(cancellation), words.GetValue(json) ? VoteReport.Json : VoteReport.Text));
        return verb;
    }
}
