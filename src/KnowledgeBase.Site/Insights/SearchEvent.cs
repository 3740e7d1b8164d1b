using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Site.Insights;

/// <summary>Somebody searched.</summary>
/// <param name="Hour">0 to 23, UTC.</param>
/// <param name="Query">The words as <see cref="ArticleRequest.Subject"/> writes them: one spelling, secrets masked.</param>
/// <param name="Best">Kind of the best hit; null where nothing was found.</param>
/// <param name="Results">Pages that matched; from <see cref="MostResults"/> on they are no longer told apart.</param>
public sealed record SearchEvent(DateOnly Day, int Hour, Locale Locale, string Query, HitKind? Best, int Results) : SiteEvent(Day)
{
    /// <summary>Past this it does not matter how many pages matched, and fewer different events are kept.</summary>
    public const int MostResults = 100;

    /// <summary>The first error code in the words, in canonical form; or null.</summary>
    public string? Code { get; init; }

    /// <summary>Name of <see cref="Best"/>, empty for null: what stores write.</summary>
    public string BestName => Best?.ToString() ?? "";

    /// <summary>Null where nothing is left to count: an empty query, or one that was a secret and nothing else.</summary>
    public static SearchEvent? Of(string? query, Locale locale, int results, HitKind? best, DateTimeOffset now)
    {
        if (ArticleRequest.ForQuery(query, locale)?.Subject is not { } words) return null;
        var codes = ErrorCode.FindAll(words);
        var utc = now.UtcDateTime;
        return new(DateOnly.FromDateTime(utc), utc.Hour, locale, words, best, Math.Min(results, MostResults)) { Code = codes.Count > 0 ? codes[0].Code.Hex : null };
    }
}
