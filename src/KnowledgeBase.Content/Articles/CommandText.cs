using System.Buffers;
using System.Text;
using KnowledgeBase.Content.Markdown.Rendering;
using Markdig.Syntax;

namespace KnowledgeBase.Content;

/// <summary>Which code is the same in every language: commands, paths, codes; not words of an interface, not localised output.</summary>
internal static class CommandText
{
    // Some mark that words of a language do not carry.
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\/:=_.0123456789<");

    /// <summary>The comparable form of a code span, or null where it is text of one language.</summary>
    public static string? OfSpan(string code)
    {
        var command = WithoutPlaceholders(code.Trim());
        return command.AsSpan().ContainsAny(Marks) && IsNeutral(command) ? command : null;
    }

    /// <summary>The command lines of a code block with their offset from its first line, prompts left out.</summary>
    public static IEnumerable<(string Command, int Offset)> OfBlock(CodeBlock block)
    {
        var language = CodeLanguage.Of(block);
        if (!CodeLanguage.HasPrompts(language)) yield break;
        var first = block is FencedCodeBlock ? 1 : 0;
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i].Slice.ToString();
            var command = WithoutPlaceholders(line[Prompt.Length(line)..].Trim());
            if (command.Length > 0 && IsNeutral(command)) yield return (command, first + i);
        }
    }

    private static bool IsNeutral(string command) => Ascii.IsValid(command);

    // `<product key>` and its translation both become `<>`.
    private static string WithoutPlaceholders(string code)
    {
        if (!code.Contains('<', StringComparison.Ordinal)) return code;
        var kept = new StringBuilder();
        var inside = false;
        foreach (var c in code)
        {
            if (c == '>') inside = false;
            if (!inside) kept.Append(c);
            if (c == '<') inside = true;
        }
        return kept.ToString();
    }
}
