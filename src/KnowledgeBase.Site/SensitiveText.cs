using System.Text.RegularExpressions;

namespace KnowledgeBase.Site;

/// <summary>Feature 109: product keys and installation ids that somebody typed or pasted are never answered back, stored or logged.</summary>
public static partial class SensitiveText
{
    public const string Masked = "*****";

    /// <summary>The text with every product key (five groups of five) and installation id (nine groups of six or seven digits, or
    /// 48 digits and more in a row) replaced.</summary>
    public static string Mask(string text) => InstallationId.Replace(ProductKey.Replace(text, Masked), Masked);

    public static bool Holds(string text) => ProductKey.IsMatch(text) || InstallationId.IsMatch(text);

    [GeneratedRegex(@"(?<![A-Za-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A])[A-Za-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]{5}(?: ?[-\u2010-\u2015\u2212\u30FC\uFF0D] ?[A-Za-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]{5}){4}(?![A-Za-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A])", RegexOptions.CultureInvariant, 200)]
    private static partial Regex ProductKey { get; }

    [GeneratedRegex(@"(?<!\d)(?:\d{6,7}[- ]?){8,9}(?!\d)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex InstallationId { get; }
}
