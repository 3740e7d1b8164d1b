using System.Globalization;

namespace KnowledgeBase.Content.Markdown.ErrorCodes;

/// <summary>`0x` and eight hexadecimal digits standing alone: the one form that articles link. Looser forms are for what
/// visitors type.</summary>
internal static class PrintedCode
{
    public const int Length = 10;

    /// <summary>The code that starts exactly there.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out ErrorCode code)
    {
        code = default;
        if (at + Length > text.Length || text[at] != '0' || text[at + 1] is not ('x' or 'X')) return false;
        if ((at > 0 && Joins(text[at - 1])) || (at + Length < text.Length && Joins(text[at + Length]))) return false;
        if (!uint.TryParse(text.Slice(at + 2, Length - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        code = new ErrorCode(value);
        return true;
    }

    public static IEnumerable<ErrorCode> FindAll(string text)
    {
        for (var at = text.IndexOf("0x", StringComparison.OrdinalIgnoreCase); at >= 0; at = Next(text, at))
            if (TryRead(text, at, out var code)) yield return code;
    }

    private static int Next(string text, int at) => text.IndexOf("0x", at + 2, StringComparison.OrdinalIgnoreCase);

    private static bool Joins(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
