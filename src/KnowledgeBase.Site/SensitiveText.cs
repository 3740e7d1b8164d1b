using System.Text.RegularExpressions;

namespace KnowledgeBase.Site;

/// <summary>Feature 109: product keys and installation ids that somebody typed or pasted are never answered back, stored or logged.
/// `wwwroot/search.js` takes the same forms out of the search box before they are sent.</summary>
public static partial class SensitiveText
{
    public const string Masked = "*****";

    // A letter or digit of a key, half or full width.
    private const string A = @"[A-Za-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]";
    private const string Hyphen = @"[-\u2010-\u2015\u2212\u30FC\uFF0D\uFF70_\uFF3F]";

    /// <summary>The text with every product key (five groups of five, with hyphens or spaces between them or nothing) and
    /// installation id (nine groups of six or seven digits, or 48 digits and more in a row) replaced.</summary>
    public static string Mask(string text) => InTime(() => Forms(text).Aggregate(text, (left, form) => form.Pattern.Replace(left, m => form.IsOne(m.Value) ? Masked : m.Value)), Masked);

    /// <summary>For what is kept: also mail addresses, telephone numbers and runs of eleven digits and more are replaced. The longest
    /// number that tells anything here, a code in decimal, has ten.</summary>
    public static string Redact(string text) => InTime(() => LongNumber.Replace(Telephone.Replace(MailAddress.Replace(Mask(text), Masked), Masked), Masked), Masked);

    public static bool Holds(string text) => InTime(() => Forms(text).Any(f => f.Pattern.Matches(text).Any(m => f.IsOne(m.Value))), true);

    // A machine that is very busy may not come to an end: what was not looked at to the end counts as a secret.
    private static T InTime<T>(Func<T> look, T otherwise)
    {
        try
        {
            return look();
        }
        catch (RegexMatchTimeoutException)
        {
            return otherwise;
        }
    }

    private static IEnumerable<(Regex Pattern, Func<string, bool> IsOne)> Forms(string text) => text.Length < 25 ? [] :
    [
        (Hyphenated, _ => true), (Spaced, IsNoProse), (Unbroken, IsRandom), (InstallationId, _ => true),
    ];

    [GeneratedRegex(@"[\p{L}\p{N}._%+\uFF0E\uFF3F\uFF0D-]{1,64}[@\uFF20][\p{L}\p{N}.\uFF0E\uFF0D-]{1,255}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex MailAddress { get; }

    [GeneratedRegex($@"(?<!\d)[0\uFF10]\d{{1,4}}{Hyphen}\d{{1,4}}{Hyphen}\d{{3,4}}(?!\d)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Telephone { get; }

    [GeneratedRegex($@"(?<!\d)\d(?:{Hyphen}?\d){{10,}}(?!\d)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex LongNumber { get; }

    // Five English words of five letters are no key.
    private static bool IsNoProse(string groups) => groups.Any(char.IsDigit) || !groups.Any(char.IsLower);

    // The letters that keys are made of, or too many digits for a name in one case.
    private static bool IsRandom(string word) => word.Any(char.IsDigit) && word.Any(char.IsLetter)
        && (KeyLetters.IsMatch(word) || (word.Count(char.IsDigit) > 4 && !(word.Any(char.IsLower) && word.Any(char.IsUpper))));

    [GeneratedRegex($@"(?<!{A}){A}{{5}}(?:\s{{0,3}}{Hyphen}\s{{0,3}}{A}{{5}}){{4,}}(?!{A})", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Hyphenated { get; }

    [GeneratedRegex($@"(?<!{A}){A}{{5}}(?:\s{{1,3}}{A}{{5}}){{4,}}(?!{A})", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Spaced { get; }

    [GeneratedRegex($@"(?<!{A}){A}{{25}}(?!{A})", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Unbroken { get; }

    [GeneratedRegex(@"^[BCDFGHJKMNPQRTVWXYbcdfghjkmnpqrtvwxy2346789\uFF12-\uFF14\uFF16-\uFF19\uFF22-\uFF24\uFF26-\uFF28\uFF2A\uFF2B\uFF2D\uFF2E\uFF30-\uFF32\uFF34\uFF36-\uFF39\uFF42-\uFF44\uFF46-\uFF48\uFF4A\uFF4B\uFF4D\uFF4E\uFF50-\uFF52\uFF54\uFF56-\uFF59]+$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex KeyLetters { get; }

    [GeneratedRegex($@"(?<!\d)(?:\d{{6,7}}(?:{Hyphen}|\s)?){{8,9}}(?!\d)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex InstallationId { get; }
}
