using KnowledgeBase.Content.Markdown.ErrorCodes;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown.Rendering;

/// <summary>Japanese is written without spaces, so a line end inside a Japanese sentence must not become one.</summary>
internal static class JapaneseLines
{
    /// <summary>Whether the characters on both sides of the break are Japanese; looks into emphasis and links.</summary>
    public static bool JoinWithoutSpace(LineBreakInline lineBreak) =>
        IsJapanese(Edge(Neighbour(lineBreak, before: true), last: true)) && IsJapanese(Edge(Neighbour(lineBreak, before: false), last: false));

    private static Inline? Neighbour(Inline inline, bool before)
    {
        for (var at = inline; at is not null; at = at.Parent)
            if ((before ? at.PreviousSibling : at.NextSibling) is { } found) return found;
        return null;
    }

    private static char Edge(Inline? inline, bool last)
    {
        while (inline is ContainerInline container) inline = last ? container.LastChild : container.FirstChild;
        var text = inline switch
        {
            LiteralInline literal => literal.Content.AsSpan(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.AsSpan(),
            ErrorCodesInline code => code.Written,
            _ => default,
        };
        return text.IsEmpty ? '\0' : last ? text[^1] : text[0];
    }

    // Kana, ideographs, their punctuation, full-width forms; a surrogate here is an ideograph or an emoji.
    private static bool IsJapanese(char c) => c is (>= '\u2E80' and <= '\u312F') or (>= '\u31A0' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD840' and <= '\uD8BF') or (>= '\uDC00' and <= '\uDFFF');
}
