namespace KnowledgeBase.Content.Checking;

/// <summary>A form that texts do not use, and what to write instead.</summary>
/// <param name="LongerNames">Names of terms in which the form may stand.</param>
internal sealed record AvoidedForm(string Text, string Instead, IReadOnlyList<string> LongerNames)
{
    /// <summary>0-based places in a text where the form stands as a word of its own.</summary>
    public IEnumerable<int> Find(string text)
    {
        for (var at = text.IndexOf(Text, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Text, at + Text.Length, StringComparison.Ordinal))
            if (IsWord(text, at) && !LongerNames.Any(n => Covers(n, text, at))) yield return at;
    }

    // サーバ is no word in サーバー, and "license" is none in "licensed"; what precedes katakana may be a word joined to it.
    private bool IsWord(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + Text.Length < text.Length ? text[at + Text.Length] : ' ';
        if (char.IsAsciiLetterOrDigit(Text[0]) && char.IsAsciiLetterOrDigit(before)) return false;
        return char.IsAsciiLetterOrDigit(Text[^1]) ? !char.IsAsciiLetterOrDigit(after) : !IsKatakana(Text[^1]) || !IsKatakana(after);
    }

    private bool Covers(string name, string text, int at)
    {
        var inside = name.IndexOf(Text, StringComparison.Ordinal);
        return at >= inside && string.CompareOrdinal(text, at - inside, name, 0, name.Length) == 0;
    }

    private static bool IsKatakana(char letter) => letter is >= '\u30A1' and <= '\u30FC' and not '\u30FB';
}
