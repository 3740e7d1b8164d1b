namespace KnowledgeBase.Search.Ranking;

/// <summary>What an exact answer is worth above any sum of words. Tuned only in order: title or heading with a code, own code, exact title, exact
/// heading.</summary>
internal static class Exact
{
    /// <summary>A whole title that names a code goes before the code's own page, and so does a heading.</summary>
    public const float TitleWithCode = 1500;
    public const float HeadingWithCode = 1200;
    public const float OwnCode = 1000;
    public const float TitleCode = 300;
    public const float Title = 200;
    public const float Fragment = 150;
    public const float HeadingCode = 120;
    public const float Heading = 100;

    /// <summary>A symbol, a message of the system or a synonym, word for word.</summary>
    public const float Alias = 80;
    public const float MentionedCode = 60;

    /// <summary>A code that holds what may as well be a word or a number.</summary>
    public const float MentionedFragment = 15;
}
