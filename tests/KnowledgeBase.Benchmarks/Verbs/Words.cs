using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Reports;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>Options that several commands share, and how a command is put together from them.</summary>
internal static class Words
{
    public static Option<string> Set() => new("--set") { Description = "Folder of a relevance set, or of the site's content.", Required = true };

    public static Option<string?> Json() => new("--json") { Description = "File to write the figures to as JSON." };

    public static Option<int> Number(string name, int standard, string description) => new(name) { Description = description, DefaultValueFactory = _ => standard };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>A command that reads `--set` and reports.</summary>
    public static Command Command(string name, string description, Func<ParseResult, Corpus, Report> run, params Option[] options)
    {
        var (set, json) = (Set(), Json());
        var command = new Command(name, description) { set, json };
        foreach (var option in options) command.Add(option);
        command.SetAction(words =>
        {
            var corpus = Corpus.Read(words.GetValue(set)!);
            run(words, corpus).Write(words.InvocationConfiguration.Output, words.GetValue(json));
        });
        return command;
    }
}
