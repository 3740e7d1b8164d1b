using System.CommandLine;
using KnowledgeBase.Cli.Reports;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb rules`: every rule that `kb check` knows.</summary>
internal static class RulesVerb
{
    public static Command Create()
    {
        var markdown = new Option<bool>("--markdown") { Description = "Print the page docs/diagnostics.md." };
        var verb = new Command("rules", "Lists every rule of the check with its severity and meaning.") { markdown };
        verb.SetAction(words =>
        {
            words.InvocationConfiguration.Output.Write(words.GetValue(markdown) ? RuleList.Markdown() : RuleList.Text());
            return ExitCode.Fine;
        });
        return verb;
    }
}
