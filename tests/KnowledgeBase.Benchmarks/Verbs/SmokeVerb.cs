using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`smoke`: every measurement at its smallest, without the peers, to prove in seconds that all of them still run.</summary>
internal static class SmokeVerb
{
    public static Command Create()
    {
        var set = Words.Set();
        var command = new Command("smoke", "Runs every measurement at its smallest, in seconds.") { set };
        command.SetAction(words =>
        {
            var (folder, output) = (words.GetValue(set)!, words.InvocationConfiguration.Output);
            var corpus = Corpus.Read(folder).WithQueries(20);
            var picture = Path.GetTempFileName();
            foreach (var report in new[]
            {
                SearchVerb.Run(corpus, rounds: 1, warm: TimeSpan.Zero, peers: false),
                IndexVerb.Run(corpus, folder, rounds: 1, peers: false),
                ClientsVerb.Run(corpus, TimeSpan.FromMilliseconds(100)),
                ScaleVerb.Run(corpus, folder, [500, 1000], rounds: 1, picture),
                UpdateVerb.Run(corpus, articles: 100, changes: 2, peers: false),
                ColdVerb.Run(corpus, [500], rounds: 1, peers: false),
                WorstVerb.Run(corpus, sections: 500, rounds: 1, hostile: null),
            })
            {
                if (report.Tables.Count == 0 || report.Tables.Any(t => t.Rows.Count == 0)) throw new InvalidDataException("A measurement gave an empty table.");
                report.Write(output, null);
            }
            if (!File.ReadAllText(picture).EndsWith("</svg>\n", StringComparison.Ordinal)) throw new InvalidDataException("The picture is not whole.");
            File.Delete(picture);
        });
        return command;
    }
}
