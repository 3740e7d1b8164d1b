using System.Text.RegularExpressions;
using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Accounts;

/// <summary>What an account may be called.</summary>
public static partial class AccountName
{
    public const int Longest = 64;

    /// <summary>Letters, digits and `. _ - @ +` within; one form of each letter, so that no two names look alike by width alone.</summary>
    public static bool IsValid(string? name) => name is { Length: >= 2 and <= Longest } && name == CompatibleText.Of(name) && Shape.IsMatch(name);

    /// <summary>The name as it is compared: neither case nor width tells two accounts apart.</summary>
    public static string Key(string name) => (name.Length > 4 * Longest ? "" : CompatibleText.Of(name)).Trim().ToLowerInvariant();

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape { get; }
}
