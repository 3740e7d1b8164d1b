using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`own-build`: a child of `index`, so that the build has the cores and the heap to itself.</summary>
internal static class OwnBuildVerb
{
    public static Command Create()
    {
        var (set, rounds) = (Words.Set(), Words.Number("--rounds", 5, "How often the index is built."));
        var command = new Command("own-build", "Builds the index and prints figures as JSON; `index` starts it.") { set, rounds };
        command.Hidden = true;
        command.SetAction(words => words.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(Run(words.GetValue(set)!, words.GetValue(rounds)))));
        return command;
    }

    public static OwnBuild Child(string set, int cores, int rounds) => JsonSerializer.Deserialize<OwnBuild>(
        ChildProcess.Self(cores, "own-build", "--set", set, "--rounds", rounds.ToString(System.Globalization.CultureInfo.InvariantCulture)))!;

    private static OwnBuild Run(string set, int rounds)
    {
        new OwnEngine(new("warm", [SearchDocument.Plain("a", "a", "a", Locale.En)], [])).Build(0, stored: true);
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var corpus = Corpus.Read(set) with { Queries = [] };
        var texts = GC.GetTotalMemory(forceFullCollection: true);
        var engine = new OwnEngine(corpus);
        var build = IndexVerb.Median(engine, Environment.ProcessorCount, rounds);
        var all = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(engine);
        return new(build, texts - empty, all - texts);
    }
}
