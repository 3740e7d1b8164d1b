using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb guide`: a tree as tables, for people who check facts.</summary>
internal static class GuideVerb
{
    public static Command Create() => new("guide", "Lists the ways through a guided check, or what changed in it.") { Paths(), Diff() };

    private static Command Paths()
    {
        var id = new Argument<string>("id") { Description = "The guide's id." };
        var folder = new Option<string?>("--content") { Description = "The content folder; by default the one found from here." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV." };
        var language = new Option<string>("--lang") { Description = "The language of the texts: ja or en.", DefaultValueFactory = _ => Locale.All[0].Tag };
        language.AcceptOnlyFromAmong([.. Locale.All.Select(l => l.Tag)]);
        var verb = new Command("paths", "Every way through a guide with its outcome. Answers 0, or 2 if it could not run.") { id, csv, language, folder };
        verb.SetAction(words =>
        {
            var console = words.InvocationConfiguration;
            if (LoadedContent.Read(words.GetValue(folder) ?? ContentLocation.Find(null, AppContext.BaseDirectory), console.Error) is not { } site) return ExitCode.NotRun;
            if (site.Guide(words.GetValue(id)!) is not { } guide)
            {
                console.Error.WriteLine($"There is no guide {words.GetValue(id)}. There are: {string.Join(", ", site.Content.Guides.Select(g => g.Id))}.");
                return ExitCode.NotRun;
            }

            Print(guide, Locale.Find(words.GetValue(language))!, words.GetValue(csv), console.Output);
            return ExitCode.Fine;
        });
        return verb;
    }

    private static Command Diff()
    {
        var (before, after) = (new Argument<string>("before") { Description = "The guide's file as it was (of a git revision: git show <revision>:content/guides/<id>.yaml)." }, new Argument<string>("after") { Description = "The file as it is." });
        var verb = new Command("diff", "What changed between two versions of a guide, node by node. Answers 0 without a difference, 1 with one, 2 if it could not run.") { before, after };
        verb.SetAction(words =>
        {
            var console = words.InvocationConfiguration;
            if (Load(words.GetValue(before)!, console.Error) is not { } old || Load(words.GetValue(after)!, console.Error) is not { } now) return ExitCode.NotRun;
            var changes = GuideDiff.Of(old, now);
            foreach (var change in changes) console.Output.WriteLine($"{(change.Before is null ? "+" : change.After is null ? "-" : "~")} {change.Node}: {change.What}: {change.Before?.Trim() ?? "(nothing)"} -> {change.After?.Trim() ?? "(nothing)"}");
            console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes.Count} differences."));
            return changes.Count == 0 ? ExitCode.Fine : ExitCode.Found;
        });
        return verb;
    }

    private static Guide? Load(string file, TextWriter errors)
    {
        if (!File.Exists(file))
        {
            errors.WriteLine($"There is no file {file}.");
            return null;
        }

        var read = ContentReader.Read([new ContentFile("guides/guide.yaml", File.ReadAllBytes(file))]);
        if (read.Guides.Count == 0) errors.WriteLine($"{file} is no guide: {read.Diagnostics.Select(d => d.Message).FirstOrDefault()}");
        return read.Guides.Count > 0 ? read.Guides[0] : null;
    }

    private static void Print(Guide guide, Locale locale, bool csv, TextWriter output)
    {
        var paths = GuidePaths.Of(guide);
        if (csv) output.Write("number,outcome,title,procedure,answers\r\n");
        for (var i = 0; i < paths.Count; i++)
        {
            var (number, outcome) = ((i + 1).ToString(CultureInfo.InvariantCulture), paths[i].Outcome);
            var answers = string.Join(" → ", paths[i].Steps.Select(s => $"{s.From.Ask.In(locale)} = {s.Label.In(locale)}"));
            if (csv) output.Write(string.Join(',', new[] { number, outcome.Id, outcome.Title.In(locale), outcome.Procedure, answers }.Select(Cell)) + "\r\n");
            else output.WriteLine($"{number}. {outcome.Id} ({outcome.Title.In(locale)}; {outcome.Procedure})\n   {answers}");
        }

        if (!csv) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{paths.Count} ways{(paths.Count == GuidePaths.Most ? ", and more" : "")}."));
    }

    // Quoted always; what a spreadsheet would run as a formula gets an apostrophe.
    private static string Cell(string text) => $"\"{(text.TrimStart() is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
