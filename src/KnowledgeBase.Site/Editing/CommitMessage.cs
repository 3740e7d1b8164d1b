using System.Text.RegularExpressions;

namespace KnowledgeBase.Site.Editing;

/// <summary>The commit message of a save: why, and as trailers what kind of change it is and who read it.</summary>
internal static partial class CommitMessage
{
    public const string ClassTrailer = "Change-Class";
    private const int Longest = 2000;

    public static string Of(SaveRequest save)
    {
        var why = new string([.. save.Message.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]).Trim();
        if (why.Length > Longest) why = why[..Longest];
        var paths = save.Files.Select(f => f.Path).ToList();
        if (why.Length == 0) why = $"Edit {paths[0]}{(paths.Count > 1 ? $" and {paths.Count - 1} more" : "")}";
        var trailers = $"{ClassTrailer}: {save.Class.ToString().ToLowerInvariant()}\n";
        if (save.ReviewedBy is { } second) trailers += $"Reviewed-by: {second.Plain.Name} <{second.Plain.Mail}>\n";
        return $"{why}\n\n{trailers}";
    }

    /// <summary>The class that the trailers say; null for commits made by hand without one.</summary>
    public static ChangeClass? ClassIn(string message) =>
        Trailer.Matches(message) is { Count: > 0 } found && Enum.TryParse<ChangeClass>(found[^1].Groups[1].ValueSpan, ignoreCase: true, out var known) ? known : null;

    /// <summary>The message without subject and trailers.</summary>
    public static string Body(string message)
    {
        var paragraphs = message.Trim().Split("\n\n").Skip(1).ToList();
        if (paragraphs.Count > 0 && Trailers.IsMatch(paragraphs[^1])) paragraphs.RemoveAt(paragraphs.Count - 1);
        return string.Join("\n\n", paragraphs);
    }

    [GeneratedRegex(@"^Change-Class: (typo|minor|major)\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trailer { get; }

    [GeneratedRegex(@"\A([A-Za-z-]+: [^\n]*\n?)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Trailers { get; }
}
