namespace KnowledgeBase.Content.Markdown;

/// <summary>Follows code fences that start at the left edge, exactly as the parser does, so that code may hold any mark. Fences
/// inside lists and quotes are not followed: their lines count as text.</summary>
internal ref struct CodeFence
{
    private char _mark;
    private int _length;

    /// <summary>Whether the line is inside such a block (its fences included).</summary>
    public bool Covers(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart(' ');
        var mark = rest.Length > 0 && line.Length - rest.Length <= 3 && rest[0] is '`' or '~' ? rest[0] : '\0';
        var run = mark == '\0' ? 0 : rest.IndexOfAnyExcept(mark) is var end and >= 0 ? end : rest.Length;
        if (_length > 0)
        {
            if (mark == _mark && run >= _length && rest[run..].Trim(" \t").IsEmpty) _length = 0;
            return true;
        }
        if (run < 3 || (mark == '`' && rest[run..].Contains('`'))) return false;
        (_mark, _length) = (mark, run);
        return true;
    }
}
