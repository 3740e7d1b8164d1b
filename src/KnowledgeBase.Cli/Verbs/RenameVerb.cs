using System.CommandLine;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb rename`: another name for an article or a heading, with all that points there.</summary>
internal static class RenameVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("content") { Description = "The content folder." };
        var id = new Argument<string>("id") { Description = "Permanent name of the article." };
        var name = new Argument<string>("new-name") { Description = "Its new name; with --anchor the anchor's new name." };
        var anchor = new Option<string?>("--anchor") { Description = "Rename this heading or step of the article instead of the article." };
        var category = new Option<string?>("--category") { Description = "Move the article to this category too." };
        var author = new Option<string?>("--author") { Description = "Author of the commit, like \"Aya Tanaka <aya@kb.example>\"; otherwise who runs the command." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say which files would change." };
        var verb = new Command("rename", "Renames an article or a heading, rewrites every link to it, writes the redirects, and commits all at once. Answers 0, 1 if the result would be broken, 2 if it could not run.") { folder, id, name, anchor, category, author, dry };
        verb.SetAction((words, cancellation) => Run(words.GetValue(folder)!, words.GetValue(dry), words.InvocationConfiguration, renames => words.GetValue(anchor) is { } old
            ? renames.Anchor(words.GetValue(id)!, old, words.GetValue(name)!, EditedContent.Author(words.GetValue(author)))
            : renames.Article(words.GetValue(id)!, words.GetValue(name) is { } wanted && wanted != words.GetValue(id) ? wanted : null, words.GetValue(category), EditedContent.Author(words.GetValue(author))), cancellation));
        return verb;
    }

    private static async Task<int> Run(string folder, bool isDry, InvocationConfiguration console, Func<Renames, RenamePlan> plan, CancellationToken cancellation)
    {
        using var content = EditedContent.Open(folder, null, console.Error);
        if (content is null) return ExitCode.NotRun;
        var planned = plan(content.Get<Renames>());
        if (isDry && planned is RenamePlan.Ready ready)
        {
            await console.Output.WriteAsync(SaveReport.Plan(ready));
            return ExitCode.Fine;
        }

        var result = await content.Get<Renames>().Do(planned, cancellation);
        await (result is SaveResult.Saved ? console.Output : console.Error).WriteAsync(SaveReport.Text(result));
        return result switch
        {
            SaveResult.Saved => ExitCode.Fine,
            SaveResult.Invalid => ExitCode.Found,
            _ => ExitCode.NotRun,
        };
    }
}
