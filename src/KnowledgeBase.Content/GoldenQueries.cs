namespace KnowledgeBase.Content;

/// <summary>Queries that must return this page first, by language; asserted on the real index by `kb check`.</summary>
public sealed record GoldenQueries(IReadOnlyList<string> Ja, IReadOnlyList<string> En)
{
    public static readonly GoldenQueries None = new([], []);

    public IReadOnlyList<string> In(Locale locale) => locale == Locale.Ja ? Ja : En;
}
