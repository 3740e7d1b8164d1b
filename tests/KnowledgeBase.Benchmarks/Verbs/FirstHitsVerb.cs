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
        var saved = new Option<string>("--index") { Description = "A saved index; made where it is missing." };
        var command = new Command("first-hits", "Asks one query in a fresh process; `cold` starts it.") { texts, query, saved };
        command.Hidden = true;
        command.SetAction(words =>
        {
            var path = words.GetValue(saved);
            // As the site starts: the index is unpacked while the texts are read.
            var opened = path is null ? null : IndexFile.Open(path);
            var documents = PlainTexts.Read(words.GetValue(texts)!);
            var index = opened?.With(documents) ?? Built(path, documents);
            var hits = index.Search(new SearchRequest(words.GetValue(query)!, Locale.Ja)).Hits;
            if (hits.Count > 0) words.InvocationConfiguration.Output.WriteLine($"{hits.Count} hits, first {hits[0].Id}");
        });
        return command;
    }

    private static SearchIndex Built(string? path, IReadOnlyList<SearchDocument> documents)
    {
        var index = SearchIndexBuilder.Build(documents);
        if (path is not null) IndexFile.Save(index, path, nameof(FirstHitsVerb));
        return index;
    }
}
