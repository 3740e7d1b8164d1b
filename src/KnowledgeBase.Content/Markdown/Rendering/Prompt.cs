namespace KnowledgeBase.Content.Markdown.Rendering;

/// <summary>The prompt of a command line: `PS> `, `PS C:\Windows> `, `C:\> `, `$ `.</summary>
internal static class Prompt
{
    private const int Longest = 80;

    /// <summary>Characters of the prompt with the space after it; 0 where the line has none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("$ ")) return 2;
        var shell = line.StartsWith("PS") && line.Length > 2 && line[2] is ' ' or '>';
        var path = line[(shell ? 2 : 0)..].TrimStart(' ');
        var isPath = path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '\\';
        if (!isPath && !(shell && path.StartsWith(">"))) return 0;
        var end = line[..Math.Min(line.Length, Longest)].IndexOf('>');
        if (end < 0) return 0;
        return end + 1 < line.Length && line[end + 1] == ' ' ? end + 2 : end + 1;
    }
}
