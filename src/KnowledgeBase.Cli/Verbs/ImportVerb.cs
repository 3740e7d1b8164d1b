using System.CommandLine;
using KnowledgeBase.Cli.Importing;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Importing;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb import`: a documentation tree of another tool becomes a content folder.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var source = new Argument<string>("tree") { Description = "The folder that the tool builds from: the one with docusaurus.config.js, mkdocs.yml or Hugo's content folder." };
        var target = new Argument<string>("content") { Description = "The content folder to write; must be empty or missing." };
        var from = new Option<string?>("--from") { Description = "The tool: hugo, docusaurus or mkdocs; otherwise told by the tree." };
        from.AcceptOnlyFromAmong([.. Enum.GetNames<ImportKind>().Select(n => n.ToLowerInvariant())]);
        var main = new Option<string>("--main-language") { Description = "The language of pages that name none: ja or en.", DefaultValueFactory = _ => Locale.En.Tag };
        main.AcceptOnlyFromAmong([.. Locale.All.Select(l => l.Tag)]);
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var verb = new Command("import", "Turns a documentation tree of Hugo, Docusaurus or MkDocs into a content folder and says what it did not understand. Answers 0, or 2 if it could not run.") { source, target, from, main, json };
        verb.SetAction(words => Run(
            words.GetValue(source)!, words.GetValue(target)!, Enum.TryParse<ImportKind>(words.GetValue(from), true, out var kind) ? kind : null, Locale.Find(words.GetValue(main))!,
            words.GetValue(json), words.InvocationConfiguration));
        return verb;
    }

    private static int Run(string source, string target, ImportKind? kind, Locale main, bool json, InvocationConfiguration console)
    {
        if (!Directory.Exists(source)) return Refuse($"There is no folder {source}.");
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())) return Refuse($"{target} is not empty. Name a folder that is, or a new one.");
        var start = TimeProvider.System.GetTimestamp();
        var files = CommandProgress.Run($"Reading {source}", told => SourceTree.Read(source, told));
        if (CommandProgress.Run("Converting", told => Importer.Run(files, kind, main, told)) is not { } result)
            return Refuse($"{source} is no tree of Hugo, Docusaurus or MkDocs: no configuration and no folder content or docs. Say which with --from.");
        CommandProgress.Run($"Writing {target}", told => Write(result, source, target, told));
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        console.Output.Write(json ? ImportReport.Json(result, seconds) : ImportReport.Text(result, seconds));
        return ExitCode.Fine;

        int Refuse(string why)
        {
            console.Error.WriteLine(why);
            return ExitCode.NotRun;
        }
    }

    // Every path was made from slugs: none leads out of the folder.
    private static int Write(ImportResult result, string source, string target, Action<int, int> told)
    {
        var (done, all) = (0, result.Texts.Count + result.Pictures.Count);
        foreach (var (path, text) in result.Texts)
        {
            File.WriteAllText(Place(target, path), text);
            told(++done, all);
        }

        foreach (var (path, picture) in result.Pictures)
        {
            File.Copy(Path.Combine(source, picture), Place(target, path));
            told(++done, all);
        }

        return done;
    }

    private static string Place(string folder, string path)
    {
        var place = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }
}
