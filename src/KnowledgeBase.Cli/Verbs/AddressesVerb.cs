using System.CommandLine;
using KnowledgeBase.Content;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb addresses`: the list that a release keeps and the next one must still answer (Feature 114).</summary>
internal static class AddressesVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("content") { Description = "The content folder." };
        var file = new Option<string?>("--out") { Description = "Write the list into this file instead of printing it." };
        var verb = new Command("addresses", "Lists every public address of a content folder, one a line, with the anchors of its page. Answers 0, or 2 if it could not run.") { folder, file };
        verb.SetAction(words => Run(words.GetValue(folder)!, words.GetValue(file), words.InvocationConfiguration));
        return verb;
    }

    private static int Run(string folder, string? file, InvocationConfiguration console)
    {
        if (LoadedContent.Read(folder, console.Error) is not { } site) return ExitCode.NotRun;
        var list = string.Concat(PublicAddress.Of(site.Content).Select(a => a + "\n"));
        if (file is null) console.Output.Write(list);
        else File.WriteAllText(file, list);
        return ExitCode.Fine;
    }
}
