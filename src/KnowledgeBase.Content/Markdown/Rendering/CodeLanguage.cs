using System.Collections.Frozen;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Rendering;

/// <summary>The language of a code block, from the word after its fence.</summary>
internal static class CodeLanguage
{
    private static readonly FrozenSet<string> Shells = FrozenSet.Create(
        "cmd", "bat", "batch", "dos", "powershell", "ps1", "pwsh", "console", "shell", "sh", "bash");

    /// <summary>Lower-case letters, digits, `+`, `#`, `-`, at most 20; null where nothing of that form stands there.</summary>
    public static string? Of(CodeBlock block)
    {
        if (block is not FencedCodeBlock { Info: { Length: > 0 and <= 20 } info }) return null;
        var language = info.ToLowerInvariant();
        return language.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '+' or '#' or '-') ? language : null;
    }

    public static bool IsShell(string? language) => language is not null && Shells.Contains(language);

    /// <summary>Whether lines of this language may start with a prompt.</summary>
    public static bool HasPrompts(string? language) => language is null || IsShell(language);
}
