using System.Text;

namespace KnowledgeBase.Site.Desk;

/// <summary>Brings what staff type into the form in which it may be kept: secrets masked, no characters that nobody sees.</summary>
internal static class DeskText
{
    /// <summary>Null where nothing is left.</summary>
    /// <param name="longest">In UTF-16 units; the rest is cut off.</param>
    /// <param name="keepLines">Whether line ends stay; else they become spaces.</param>
    public static string? Clean(string? text, int longest, bool keepLines)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        // Masked before cutting: half of a key would show itself no more, and still be half of a key.
        var masked = SensitiveText.Mask(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        var kept = new StringBuilder(masked.Length);
        foreach (var rune in masked.EnumerateRunes())
        {
            if (rune.Value == '\n') kept.Append(keepLines ? '\n' : ' ');
            else if (rune.Value == '\t') kept.Append(' ');
            else if (rune != Rune.ReplacementChar && !Rune.IsControl(rune)) kept.Append(rune);
        }
        var plain = kept.ToString().Trim();
        if (plain.Length > longest) plain = plain[..(char.IsHighSurrogate(plain[longest - 1]) ? longest - 1 : longest)].TrimEnd();
        return plain.Length > 0 ? plain : null;
    }
}
