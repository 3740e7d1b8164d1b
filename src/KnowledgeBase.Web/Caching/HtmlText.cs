using System.Text;

namespace KnowledgeBase.Web.Caching;

/// <summary>The renderer writes every character outside ASCII as a numeric reference, which makes a Japanese page three times as
/// large. This writes the characters themselves.</summary>
public static class HtmlText
{
    /// <summary>Replaces `&amp;#x…;` from U+00A0 on by the character in UTF-8. References below that, which may matter to the
    /// parser, and malformed ones stay.</summary>
    public static byte[] Plain(ReadOnlySpan<byte> html)
    {
        var target = new byte[html.Length];
        var length = 0;
        while (html.Length > 0)
        {
            var next = html.IndexOf("&#x"u8);
            if (next < 0) next = html.Length;
            html[..next].CopyTo(target.AsSpan(length));
            length += next;
            html = html[next..];
            if (html.Length == 0) break;
            var used = Reference(html, out var rune);
            if (used == 0)
            {
                target[length++] = html[0];
                html = html[1..];
            }
            else
            {
                length += rune.EncodeToUtf8(target.AsSpan(length));
                html = html[used..];
            }
        }

        return target.AsSpan(0, length).ToArray();
    }

    /// <summary>Whether an interactive component stands in the page.</summary>
    public static bool HasIsland(ReadOnlySpan<byte> html) => html.IndexOf("<!--Blazor:{"u8) >= 0;

    /// <summary>Takes out the component state that the renderer appends to every page, a kilobyte that differs each time: where no
    /// island stands, nobody reads it.</summary>
    public static ReadOnlySpan<byte> WithoutIslandState(ReadOnlySpan<byte> html)
    {
        if (HasIsland(html)) return html;
        var start = html.LastIndexOf("<!--Blazor-Server-Component-State:"u8);
        // Only as the last thing of the page: anywhere else it would be the page's own text.
        return start >= 0 && html[start..].IndexOf("-->"u8) == html.Length - start - 3 ? html[..start] : html;
    }

    /// <summary>Length of the reference at the start, or 0 when it has to stay.</summary>
    private static int Reference(ReadOnlySpan<byte> html, out Rune rune)
    {
        rune = default;
        var end = html[..Math.Min(html.Length, 10)].IndexOf((byte)';');
        if (end < 4) return 0;
        var value = 0;
        foreach (var digit in html[3..end])
        {
            if (!char.IsAsciiHexDigit((char)digit)) return 0;
            value = value * 16 + Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return value >= 0xA0 && Rune.TryCreate(value, out rune) ? end + 1 : 0;
    }
}
