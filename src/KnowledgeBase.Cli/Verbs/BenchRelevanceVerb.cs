using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Benchmarks;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb bench relevance`: how well the engine answers a public set of documents, queries and judgements.</summary>
internal static class BenchRelevanceVerb
{
    public static Command Create()
    {
        var set = new Option<string>("--set") { Description = "Folder with docs.jsonl.gz, queries.jsonl.gz and qrels.jsonl.gz.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var relevance = new Command("relevance", "Scores the engine on a relevance set: MRR@10, Recall@10, nDCG@10, by form of the query.") { set, json };
        relevance.SetAction(words => Run(words.GetValue(set)!, words.GetValue(json), words.InvocationConfiguration));
        return new Command("bench", "Measures the search engine.") { relevance };
    }

    private static int Run(string folder, bool json, InvocationConfiguration console)
    {
        if (RelevanceSet.Read(folder) is not { } set)
        {
            console.Error.WriteLine($"{folder} does not hold docs.jsonl.gz, queries.jsonl.gz and qrels.jsonl.gz.");
            return ExitCode.NotRun;
        }
        var scores = LoadedContent.WithProgress("Asking " + set.Name, () => RelevanceRun.Score(set));
        if (json) console.Output.WriteLine(RelevanceReport.Json(set.Name, scores));
        else foreach (var score in scores) console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Form,-20} n={score.Queries,5}  MRR@10 {score.Mrr:F4}  R@10 {score.Recall:F4}  nDCG@10 {score.Ndcg:F4}"));
        return ExitCode.Fine;
    }
}
