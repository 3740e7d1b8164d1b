using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb check`: everything that is wrong with a content folder, at once.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("content") { Description = "The content folder." };
        var format = new Option<string>("--format") { Description = "How to print: text, json or sarif.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var today = new Option<DateOnly?>("--today")
        {
            Description = "The day that review dates are compared with, like 2026-11-21; otherwise the clock's.",
            CustomParser = word =>
            {
                if (DateOnly.TryParseExact(word.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
                word.AddError($"'{word.Tokens[0].Value}' is no day; write it like 2026-11-21.");
                return null;
            },
        };
        var verb = new Command("check", "Lists every mistake in a content folder. Answers 0 without errors, 1 with errors, 2 if it could not run.") { folder, format, today };
        verb.SetAction(words => Run(words.GetValue(folder)!, words.GetValue(format)!, words.GetValue(today), words.InvocationConfiguration));
        return verb;
    }

    private static int Run(string folder, string format, DateOnly? today, InvocationConfiguration console)
    {
        if (LoadedContent.Read(folder, console.Error, isPublic: false) is not { } site) return ExitCode.NotRun;
        var day = today ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var found = LoadedContent.WithProgress("Checking", () => SiteChecker.Check(site, day));
        console.Output.Write(format switch
        {
            "json" => JsonReport.Write(found),
            "sarif" => SarifReport.Write(found, folder),
            _ => TextReport.Write(found, folder, site.Content),
        });
        return found.Any(d => d.Severity == Severity.Error) ? ExitCode.Found : ExitCode.Fine;
    }
}
