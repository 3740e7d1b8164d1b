using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Measuring;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>Lucene 8 in a Java process of its own, which measures itself; see Lucene/LuceneBench.java.</summary>
internal sealed class LuceneEngine : IEngine
{
    private static readonly string[] s_jars = ["core", "analyzers-common", "analyzers-kuromoji", "highlighter", "memory", "queries"];
    private static readonly string[] s_java = ["java", "-cp"];
    private readonly Process _java;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lucene-bench");
    private readonly int _queries;
    private readonly string _analysis;

    /// <param name="analysis">`ja`, `cjk` or `en`, several joined by `+`.</param>
    /// <param name="cores">How many cores the process may use, or 0 for all.</param>
    public LuceneEngine(string analysis, Corpus corpus, int cores = 0)
    {
        Name = "Lucene 8, " + analysis;
        _queries = corpus.Queries.Count;
        var documents = Path.Combine(_folder.FullName, "documents.tsv");
        var queries = Path.Combine(_folder.FullName, "queries.txt");
        PlainTexts.Write(documents, corpus);
        File.WriteAllLines(queries, corpus.Queries.Select(PlainTexts.Escape), new UTF8Encoding(false));
        _java = ChildProcess.Start(cores, [.. s_java, string.Join(Path.PathSeparator, Jars()!), Source, analysis, documents, queries]);
        _analysis = analysis;
    }

    public string Name { get; }

    private static string Source => Path.Combine(AppContext.BaseDirectory, "Lucene", "LuceneBench.java");

    /// <summary>Null where Lucene and Java can run; else what is missing.</summary>
    public static string? Missing()
    {
        if (Jars() is null) return "Lucene's jars are not in /usr/share/java (Debian: liblucene8-java; other places: LUCENE_JARS).";
        return ChildProcess.Exists("java") ? null : "There is no java on the path (Debian: openjdk-17-jdk-headless).";
    }

    public BuildFigures Build(int threads, bool stored)
    {
        var words = Say($"build {threads} {(stored ? 1 : 0)}").Split(' ');
        return new(Time(words[1]), Time(words[2]), Number(words[3]));

        static TimeSpan Time(string nanoseconds) => TimeSpan.FromMicroseconds(Number(nanoseconds) / 1000.0);
    }

    public Round Ask(int limit, bool snippets)
    {
        var answers = Say($"ask {limit} {(snippets ? 1 : 0)}").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (answers.Length != _queries) throw new InvalidDataException($"{answers.Length} answers to {_queries} queries");
        var round = Round.Of(_queries);
        for (var i = 0; i < answers.Length; i++)
        {
            var figures = answers[i].Split(':');
            (round.Nanoseconds[i], round.Processor[i], round.Bytes[i], round.Hits[i]) = (Number(figures[0]), Number(figures[1]), Number(figures[2]), (int)Number(figures[3]));
        }
        return round;
    }

    /// <summary>Nanoseconds from a changed document to a reader that sees it, once for each of so many documents.</summary>
    public long[] Update(int count) => [.. Say($"update {count}").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    /// <summary>Saves the index and says how a fresh process opens it and asks one query.</summary>
    public (long Bytes, IReadOnlyList<string> Command) Save(string query)
    {
        var (index, classes) = (_folder.CreateSubdirectory("index").FullName, _folder.CreateSubdirectory("classes").FullName);
        var bytes = Number(Say("save " + index).Split(' ')[1]);
        var jars = string.Join(Path.PathSeparator, Jars()!);
        // Compiled before: the launcher that compiles a source file first would be charged for it.
        using var compiler = ChildProcess.Start(0, ["javac", "-cp", jars, "-d", classes, Source]);
        compiler.WaitForExit();
        return (bytes, [.. s_java, jars + Path.PathSeparator + classes, "LuceneBench", "open", _analysis, index, query]);
    }

    public void Dispose()
    {
        if (!_java.HasExited) _java.StandardInput.WriteLine("quit");
        if (!_java.WaitForExit(5000)) _java.Kill();
        _java.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Say(string line)
    {
        _java.StandardInput.WriteLine(line);
        _java.StandardInput.Flush();
        return _java.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Name} ended at: {line}");
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static List<string>? Jars()
    {
        var folder = Environment.GetEnvironmentVariable("LUCENE_JARS") ?? "/usr/share/java";
        if (!Directory.Exists(folder)) return null;
        var found = s_jars.Select(j => Directory.EnumerateFiles(folder, $"lucene-{j}-8*.jar").FirstOrDefault()).OfType<string>().ToList();
        return found.Count == s_jars.Length ? found : null;
    }
}
