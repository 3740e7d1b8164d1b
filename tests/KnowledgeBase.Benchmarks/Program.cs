using System.CommandLine;
using KnowledgeBase.Benchmarks.Verbs;

namespace KnowledgeBase.Benchmarks;

internal static class Program
{
    private static int Main(string[] args) => new RootCommand("Measures the search engine beside its peers.")
    {
        SearchVerb.Create(),
        IndexVerb.Create(),
        OwnBuildVerb.Create(),
        ClientsVerb.Create(),
        ScaleVerb.Create(),
        ScaleOneVerb.Create(),
        GrowthVerb.Create(),
        UpdateVerb.Create(),
        ColdVerb.Create(),
        FirstHitsVerb.Create(),
        WorstVerb.Create(),
        SmokeVerb.Create(),
    }.Parse(args).Invoke();
}
