using System.CommandLine;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb translations`: what the other language lacks.</summary>
internal static class TranslationsVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("content") { Description = "The content folder." };
        var id = new Argument<string?>("id") { Description = "Show what changed in this article since its translation, section by section.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("translations", "Lists the articles whose translation is missing, behind its source or unread, those that mislead readers first. Answers 0, or 2 if it could not run.") { folder, id };
        verb.SetAction((words, cancellation) => Run(words.GetValue(folder)!, words.GetValue(id), words.InvocationConfiguration, cancellation));
        return verb;
    }

    private static async Task<int> Run(string folder, string? id, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var content = EditedContent.Open(folder, null, console.Error);
        if (content is null) return ExitCode.NotRun;
        var translations = content.Get<Translations>();
        if (id is null)
        {
            foreach (var task in await translations.List(content.Site, cancellation)) await console.Output.WriteLineAsync(HistoryReport.Line(task));
            return ExitCode.Fine;
        }

        if (await translations.Of(content.Site, id, cancellation) is not { } detail)
        {
            await console.Output.WriteLineAsync($"{id}: nothing to do.");
            return ExitCode.Fine;
        }

        await console.Output.WriteLineAsync(HistoryReport.Line(detail.Task));
        foreach (var section in detail.Sections) await console.Output.WriteAsync(HistoryReport.Diff("#" + section.Id, section.Diff));
        return ExitCode.Fine;
    }
}
