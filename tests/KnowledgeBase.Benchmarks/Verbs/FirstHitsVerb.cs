using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`first-hits`: a child of `cold`: asks one query and says what it found.</summary>
internal static class FirstHitsVerb
{
    public static Command Create()
    {
        var (texts, query) = (new Option<string>("--texts") { Required = true }, new Option<string>("--query") { Required = true });
        var command = new Command("first-hits", "Asks one query in a fresh process; `cold` starts it.") { texts, query };
        command.Hidden = true;
        command.SetAction(words =>
        {
            var index = SearchIndexBuilder.Build(PlainTexts.Read(words.GetValue(texts)!));
            var hits = index.Search(new SearchRequest(words.GetValue(query)!, Locale.Ja)).Hits;
            if (hits.Count > 0) words.InvocationConfiguration.Output.WriteLine($"{hits.Count} hits, first {hits[0].Id}");
        });
        return command;
    }
}
