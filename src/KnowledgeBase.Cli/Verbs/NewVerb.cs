using System.CommandLine;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb new`: stubs of pages that pass the check.</summary>
internal static class NewVerb
{
    public static Command Create()
    {
        var verb = new Command("new", "Writes the stub of a page in both languages, marked TO WRITE. Answers 0, or 2 if it could not run.");
        verb.Add(Article());
        verb.Add(Code());
        verb.Add(Guide());
        verb.Add(Term());
        return verb;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static Command Article()
    {
        var name = new Argument<string>("name") { Description = "Category and slug, such as errors/no-internet." };
        var (folder, ja, en) = (Folder(), Title(Locale.Ja), Title(Locale.En));
        var verb = new Command("article", "A pair of Markdown files.") { name, ja, en, folder };
        verb.SetAction(words => Write(words, folder, _ => words.GetValue(name)!.Split('/') is [var category, var slug]
            ? ContentStub.Article(category, slug, Name(words, ja, en, slug), Today)
            : throw new ArgumentException($"'{words.GetValue(name)}' names no category and slug; write it like errors/no-internet.")));
        return verb;
    }

    private static Command Code()
    {
        var form = new Argument<string>("code") { Description = "The error code in any form." };
        var folder = Folder();
        var verb = new Command("code", "The page of an error code.") { form, folder };
        verb.SetAction(words => Write(words, folder, content => ErrorCode.TryParse(words.GetValue(form), out var code)
            ? ContentStub.Code(code, Symbol(content, code), Today)
            : throw new ArgumentException($"'{words.GetValue(form)}' is no error code.")));
        return verb;
    }

    private static Command Guide()
    {
        var id = new Argument<string>("id") { Description = "The guide's id." };
        var procedure = new Argument<string>("article") { Description = "Id of the article that its outcomes send to." };
        var (folder, ja, en) = (Folder(), Title(Locale.Ja), Title(Locale.En));
        var verb = new Command("guide", "A guided check of one question, with its tests.") { id, procedure, ja, en, folder };
        verb.SetAction(words => Write(words, folder, _ => ContentStub.Guide(words.GetValue(id)!, Name(words, ja, en, words.GetValue(id)!), words.GetValue(procedure)!)));
        return verb;
    }

    private static Command Term()
    {
        var id = new Argument<string>("id") { Description = "The term's id." };
        var (folder, ja, en) = (Folder(), Title(Locale.Ja), Title(Locale.En));
        var verb = new Command("term", "An entry at the end of glossary.yaml.") { id, ja, en, folder };
        verb.SetAction(words => Guarded(words, () =>
        {
            var path = Path.Combine(Content(words.GetValue(folder)), "glossary.yaml");
            var entry = ContentStub.Term(words.GetValue(id)!, Name(words, ja, en, words.GetValue(id)!));
            var before = File.Exists(path) ? File.ReadAllText(path) : "";
            if (before.Contains($"- id: {words.GetValue(id)}\n", StringComparison.Ordinal)) throw new ArgumentException($"The glossary has a term {words.GetValue(id)} already.");
            File.WriteAllText(path, before.Length == 0 || before.EndsWith('\n') ? before + entry : before + "\n" + entry);
            return [path];
        }));
        return verb;
    }

    private static int Write(ParseResult words, Option<string?> folder, Func<string, IReadOnlyDictionary<string, string>> make) => Guarded(words, () =>
    {
        var content = Content(words.GetValue(folder));
        var files = make(content);
        if (files.Keys.FirstOrDefault(f => File.Exists(Path.Combine(content, f))) is { } taken) throw new ArgumentException($"{taken} is there already.");
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(content, path))!);
            File.WriteAllText(Path.Combine(content, path), text);
        }

        return files.Keys;
    });

    private static int Guarded(ParseResult words, Func<IEnumerable<string>> write)
    {
        try
        {
            foreach (var path in write()) words.InvocationConfiguration.Output.WriteLine(path);
            return ExitCode.Fine;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            words.InvocationConfiguration.Error.WriteLine(e.Message.Split(" (Parameter")[0]);
            return ExitCode.NotRun;
        }
    }

    // The name that headers give it, where the registry knows one.
    private static string? Symbol(string content, ErrorCode code) =>
        ContentReader.Read([.. ContentFolder.Read(content).Select(f => f.Content).Where(f => f.Path == "codes/registry.csv")]).Registry.Find(code)?.Symbol;

    private static string Content(string? given)
    {
        var folder = given ?? ContentLocation.Find(null, AppContext.BaseDirectory);
        return Directory.Exists(folder) ? folder : throw new DirectoryNotFoundException($"There is no folder {folder}.");
    }

    private static LocalizedText Name(ParseResult words, Option<string?> ja, Option<string?> en, string otherwise) =>
        new(words.GetValue(ja) ?? words.GetValue(en) ?? otherwise, words.GetValue(en) ?? words.GetValue(ja) ?? otherwise);

    private static Option<string?> Folder() => new("--content") { Description = "The content folder; by default the one found from here." };

    private static Option<string?> Title(Locale locale) => new($"--{locale.Tag}") { Description = locale == Locale.Ja ? "Its name in Japanese." : "Its name in English." };
}
