using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>Somebody missed a page: for a code that has none, or for words that find nothing. Says nothing about who asked.</summary>
public sealed partial record ArticleRequest
{
    /// <summary>Longest <see cref="Subject"/>, in UTF-16 units.</summary>
    public const int LongestSubject = 200;

    /// <summary>Longest query that is looked at.</summary>
    public const int LongestQuery = 2000;

    private ArticleRequest(RequestKind kind, string subject, Locale locale) => (Kind, Subject, Locale) = (kind, subject, locale);

    public RequestKind Kind { get; }

    /// <summary>The code in its canonical form, or the query in one spelling: NFKC, lower case, single spaces, secrets masked.</summary>
    public string Subject { get; }

    /// <summary>The language of the page from which it was asked.</summary>
    public Locale Locale { get; }

    public static ArticleRequest ForCode(ErrorCode code, Locale locale) => new(RequestKind.Code, code.Hex, locale);

    /// <summary>Null where nothing is left to write about: an empty query, or one that was a product key and nothing else.</summary>
    public static ArticleRequest? ForQuery(string? query, Locale locale)
    {
        if (string.IsNullOrWhiteSpace(query) || query.Length > LongestQuery) return null;
        // Twice: a key may show itself only in its plain spelling, and cutting first could leave half of one.
        var text = SensitiveText.Redact(Plain(SensitiveText.Redact(query)));
        if (text.Length > LongestSubject) text = text[..(char.IsHighSurrogate(text[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject)].TrimEnd();
        return text.Any(char.IsLetterOrDigit) ? new(RequestKind.Query, text, locale) : null;
    }

    private static string Plain(string query)
    {
        // Halves of characters and code points that are none cannot be normalised.
        var whole = string.Concat(query.EnumerateRunes().Where(r => r != Rune.ReplacementChar && Rune.GetUnicodeCategory(r) != UnicodeCategory.OtherNotAssigned));
        return Gaps.Replace(CompatibleText.Of(whole).ToLowerInvariant(), " ").Trim();
    }

    // White space, control and format characters: what nobody sees must not make two queries of one.
    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps { get; }
}
