using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Site.Accounts;

/// <summary>What an account may be called.</summary>
public static partial class AccountName
{
    public const int Longest = 64;

    /// <summary>Letters, digits and `. _ - @ +` within; one form of each letter, so that no two names look alike by width alone.</summary>
    public static bool IsValid(string? name) => name is { Length: >= 2 and <= Longest } && name.IsNormalized(NormalizationForm.FormKC) && Shape.IsMatch(name);

    /// <summary>The name as it is compared: neither case nor width tells two accounts apart.</summary>
    public static string Key(string name) => (name.Length > 4 * Longest ? "" : Normal(name)).Trim().ToLowerInvariant();

    // What is typed may hold half a character, which has no normal form and is nobody's name.
    private static string Normal(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Normalize(NormalizationForm.FormKC);

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape { get; }
}
