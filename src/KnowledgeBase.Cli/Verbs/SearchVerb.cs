using System.CommandLine;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb search`: what a reader would find, and why it ranks where it does.</summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("content") { Description = "The content folder." };
        var query = new Argument<string>("query") { Description = "What a reader types." };
        var language = new Option<string>("--lang") { Description = "The reader's language.", DefaultValueFactory = _ => Locale.All[0].Tag };
        language.AcceptOnlyFromAmong([.. Locale.All.Select(l => l.Tag)]);
        var explain = new Option<bool>("--explain") { Description = "Say of what each score is the sum." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var verb = new Command("search", "Searches a content folder as the site would. Answers 0 with hits, 1 without, 2 if it could not run.") { folder, query, language, explain, json };
        verb.SetAction(words => Run(words.GetValue(folder)!, new(words.GetValue(query)!, Locale.Find(words.GetValue(language))!), words.GetValue(explain), words.GetValue(json), words.InvocationConfiguration));
        return verb;
    }

    private static int Run(string folder, SearchRequest request, bool explain, bool json, InvocationConfiguration console)
    {
        if (LoadedContent.Read(folder, console.Error) is not { } site) return ExitCode.NotRun;
        var results = site.Index.Search(request);
        Func<SearchHit, Explanation?> why = explain ? hit => site.Index.Explain(request, hit) : _ => null;
        console.Output.Write(json ? SearchReport.Json(results, why) : SearchReport.Text(results, why));
        return results.Hits.Count > 0 ? ExitCode.Fine : ExitCode.Found;
    }
}
