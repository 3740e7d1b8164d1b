namespace KnowledgeBase.Web.Components.Parts;

/// <summary>Breaks a text into lines of a box: SVG does not.</summary>
public static class MapText
{
    /// <param name="width">In half-width characters; a kana or kanji counts two.</param>
    /// <returns>At most <paramref name="most"/> lines; the last ends with … where text was left out.</returns>
    public static IReadOnlyList<string> Wrap(string text, int width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (Width(line) + Width(piece.TrimEnd()) > width && line.Length > 0)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }
            line += piece;
        }
        if (line.Trim().Length > 0) lines.Add(line.TrimEnd());
        if (lines.Count <= most) return lines;
        var last = lines[most - 1];
        return [.. lines.Take(most - 1), (Width(last) >= width - 1 ? last[..^1] : last) + "…"];
    }

    public static int Width(string text) => text.Sum(c => c < 0x1100 ? 1 : 2);

    // Words with the space after them; wide characters one by one, closing marks with the character before.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !MayBreak(text[i - 1], text[i])) continue;
            yield return text[start..i];
            start = i;
        }
    }

    private static bool MayBreak(char before, char after) =>
        after is not ('。' or '、' or '」' or '）' or '？' or 'ー' or ' ' or 'っ' or 'ッ' or 'ゃ' or 'ゅ' or 'ょ' or 'ャ' or 'ュ' or 'ョ')
        && before is not ('「' or '（')
        && (before == ' ' || before >= 0x1100 || after >= 0x1100);
}
