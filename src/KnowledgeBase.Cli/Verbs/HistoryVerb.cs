using System.CommandLine;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb history`: who changed a page, when and why.</summary>
internal static class HistoryVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("content") { Description = "The content folder." };
        var what = new Argument<string>("what") { Description = "Permanent name of an article (both languages), or the path of a file." };
        var diff = new Option<bool>("--diff") { Description = "Show what each change did." };
        var sections = new Option<bool>("--sections") { Description = "Show who last changed each section; for a path." };
        var verb = new Command("history", "Lists the changes of an article in both languages, or of one file, newest first. Answers 0, or 2 if there is no history.") { folder, what, diff, sections };
        verb.SetAction((words, cancellation) => Run(words.GetValue(folder)!, words.GetValue(what)!, words.GetValue(diff), words.GetValue(sections), words.InvocationConfiguration, cancellation));
        return verb;
    }

    private static async Task<int> Run(string folder, string what, bool withDiff, bool bySection, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var content = EditedContent.Open(folder, null, console.Error);
        if (content is null) return ExitCode.NotRun;
        var history = content.Get<ContentHistory>();
        if (bySection)
        {
            foreach (var section in await history.Blame(what, cancellation)) await console.Output.WriteLineAsync(HistoryReport.Section(section));
            return ExitCode.Fine;
        }

        var languages = content.Site.Content.Articles.Where(a => a.Id.Value == what).ToList();
        var entries = languages.Count > 0 ? await history.OfArticle(languages, cancellation) : await history.Of(what, cancellation);
        if (entries.Count == 0)
        {
            await console.Error.WriteLineAsync(history.Problem ?? $"Nothing is known of {what}.");
            return ExitCode.NotRun;
        }

        foreach (var entry in entries)
        {
            await console.Output.WriteLineAsync(HistoryReport.Line(entry));
            foreach (var file in entry.Files.Where(f => withDiff && (languages.Count == 0 ? f.Path == what : languages.Any(a => a.Path == f.Path))))
                await console.Output.WriteAsync(HistoryReport.Diff(file.Path, await history.Diff(file, cancellation)));
        }

        return ExitCode.Fine;
    }
}
