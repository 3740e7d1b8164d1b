namespace KnowledgeBase.Search.Ranking;

/// <summary>What an exact answer is worth above any sum of words. Tuned only in order: own code, exact title, exact heading.</summary>
internal static class Exact
{
    public const float OwnCode = 1000;
    public const float TitleCode = 300;
    public const float Title = 200;
    public const float Fragment = 150;
    public const float HeadingCode = 120;
    public const float Heading = 100;
    public const float MentionedCode = 60;
}
