namespace KnowledgeBase.Site.Editing;

/// <summary>Who changes something; becomes the author of the commit.</summary>
/// <param name="Name">As it shall stand in the history.</param>
/// <param name="Mail">Mail address, or another name that is one word.</param>
public sealed record Editor(string Name, string Mail)
{
    /// <summary>Without what git or a log would read as structure; at most 100 characters each.</summary>
    internal Editor Plain => new(Clean(Name, keepSpaces: true), Clean(Mail, keepSpaces: false));

    internal bool IsUsable => Plain is { Name.Length: > 0, Mail.Length: > 0 };

    private static string Clean(string text, bool keepSpaces)
    {
        var kept = new string([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('<' or '>' or '\u2028' or '\u2029') && (keepSpaces || !char.IsWhiteSpace(c)))]).Trim().Trim('.', ',', ';', '"', '\'');
        return kept.Length <= 100 ? kept : kept[..100];
    }
}
