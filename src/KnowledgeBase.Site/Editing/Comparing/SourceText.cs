using System.Text;

namespace KnowledgeBase.Site.Editing;

/// <summary>Bytes of a file ↔ the text that an editor changes. Lines that were not changed keep their bytes: their line ends, the
/// byte order mark, a missing line end at the end.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Every line end as `\n`, without byte order mark; null where the bytes are not UTF-8.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes) => Decode(bytes) is { } text ? Unify(text) : null;

    /// <summary>Every line end as `\n`, without byte order mark.</summary>
    public static string Unify(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The bytes to write for a new text.</summary>
    /// <param name="before">The file now; null where it is new.</param>
    public static byte[] Write(byte[]? before, string text)
    {
        var wanted = Unify(text);
        if (before is null || Decode(before) is not { } old) return s_strict.GetBytes(wanted);
        var (raw, mark) = (RawLines(old.TrimStart('\uFEFF')), old.StartsWith('\uFEFF') ? "\uFEFF" : "");
        var ending = raw.GroupBy(l => l.Ending).Where(g => g.Key.Length > 0).MaxBy(g => g.Count())?.Key ?? "\n";
        var lines = RawLines(wanted);
        var result = new StringBuilder(mark);
        var (at, next) = (0, 0);
        foreach (var hunk in SequenceDiff.Of([.. raw.Select(l => l.Text)], [.. lines.Select(l => l.Text)]))
        {
            for (; at < hunk.Old; at++, next++) Append(raw[at].Ending, lines[next]);
            for (at = hunk.OldEnd; next < hunk.NewEnd; next++) Append(ending, lines[next]);
        }
        for (; next < lines.Count; at++, next++) Append(raw[at].Ending, lines[next]);
        return s_strict.GetBytes(result.ToString());

        // Whether a line ends is the editor's to say; how, the file's.
        void Append(string how, (string Text, string Ending) line) => result.Append(line.Text).Append(line.Ending.Length == 0 ? "" : how.Length == 0 ? ending : how);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static List<(string Text, string Ending)> RawLines(string text)
    {
        var lines = new List<(string, string)>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                lines.Add((text[at..], ""));
                break;
            }
            end += at;
            var length = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
            lines.Add((text[at..end], text.Substring(end, length)));
            at = end + length;
        }
        return lines;
    }
}
