namespace KnowledgeBase.Content;

/// <summary>The Markdown of an article after shared parts were put in, and where each of its lines came from.</summary>
internal sealed class ArticleText(string text, int firstLine, IReadOnlyList<int>? lines = null)
{
    public string Text { get; } = text;

    /// <summary>1-based line of the file for a 0-based line of <see cref="Text"/>; lines of a shared part have the line that
    /// asked for it.</summary>
    public int FileLine(int line) => lines is null ? firstLine + line : lines.Count == 0 ? firstLine : lines[Math.Clamp(line, 0, lines.Count - 1)];
}
