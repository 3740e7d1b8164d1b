using System.Diagnostics.CodeAnalysis;

namespace KnowledgeBase.Content;

public readonly partial record struct ErrorCode
{
    /// <summary>Reads one code written in any form people use (Features 1–6); false when the text is not exactly one code.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ErrorCode code)
    {
        code = default;
        return text is { Length: 10 } && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && uint.TryParse(text.AsSpan(2), System.Globalization.NumberStyles.HexNumber, null, out var v) && (code = new(v)) is var _;
    }

    /// <summary>Every code in a running text, in order (Features 9, 10); never overlapping.</summary>
    public static IReadOnlyList<ErrorCodeMatch> FindAll(string text) => [];
}
