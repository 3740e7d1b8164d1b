using System.Diagnostics.CodeAnalysis;

namespace KnowledgeBase.Content;

public readonly partial record struct ErrorCode
{
    /// <summary>Reads one code written in any form people use (Features 1–6); false when the text is not exactly one code.
    /// Brackets, quotes, spaces and stops around it are ignored. `0x` with one to four digits (`0x7B`) is read as that value;
    /// five to seven digits are a fragment, not a code.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ErrorCode code)
    {
        code = default;
        if (string.IsNullOrEmpty(text) || text.Length > 200) return false;
        using var folded = new ErrorCodeText(text);
        return new ErrorCodeScanner(folded, text).TryReadWhole(out code);
    }

    /// <summary>Every code in a running text, in order (Features 9, 10); never overlapping. Linear in the text's length.
    /// Leaves out product keys, identifiers, dates, phone numbers, and the parameters in brackets after a stop code.</summary>
    /// <param name="withShort">Also `0x` with one to four digits (`0x7B`): right for a query or a title, too eager for prose.</param>
    public static IReadOnlyList<ErrorCodeMatch> FindAll(string text, bool withShort = false)
    {
        if (!MayHold(text)) return [];
        using var folded = new ErrorCodeText(text);
        return new ErrorCodeScanner(folded, text).ReadAll(withShort);
    }

    // A code has a digit or a compatibility form of one, or begins with Ox: most Japanese sentences stop here.
    private static bool MayHold(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || (c > 127 && (char.IsNumber(c) || char.IsSurrogate(c)))) return true;
            if (c is 'x' or 'X' && i > 0 && text[i - 1] is 'O' or 'o') return true;
        }
        return false;
    }
}
