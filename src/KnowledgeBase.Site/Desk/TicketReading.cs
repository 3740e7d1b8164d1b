using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Site.Desk;

/// <summary>What a ticket's text says: codes, the articles that fit, and where guided checks stand with what the text already answers
/// (Feature 59). Lives as long as the request; nothing of it is stored.</summary>
public sealed partial record TicketReading
{
    /// <summary>What is read of a text, in UTF-16 units.</summary>
    public const int Longest = GuideReading.Longest;

    private const int MostCodes = 8;
    private const int MostArticles = 6;

    /// <summary>The text with product keys and installation ids masked.</summary>
    public required string Text { get; init; }

    /// <summary>Whether something was masked.</summary>
    public bool HeldSecret => Text.Contains(SensitiveText.Masked, StringComparison.Ordinal);

    /// <summary>The language in which the customer seems to write: the reply's.</summary>
    public required Locale Language { get; init; }

    /// <summary>The one operating system that the text names, as an id of <see cref="AppliesTo.KnownOs"/>; null for none or several.</summary>
    public string? Os { get; init; }

    /// <summary>In the order of the text, each once.</summary>
    public required IReadOnlyList<ErrorCodeMatch> Codes { get; init; }

    /// <summary>Articles, best first.</summary>
    public required IReadOnlyList<SearchHit> Articles { get; init; }

    /// <summary>Guides for which the text answers something, most answers first.</summary>
    public required IReadOnlyList<GuidePosition> Positions { get; init; }

    public static TicketReading Read(SiteSnapshot site, string text)
    {
        var masked = SensitiveText.Mask(text.Length > Longest ? text[..Longest] : text).Trim();
        var language = LooksJapanese(masked) ? Locale.Ja : Locale.En;
        var codes = ErrorCode.FindAll(masked).DistinctBy(m => m.Code).Take(MostCodes).ToList();
        List<SearchHit> articles = masked.Length == 0 ? []
            : [.. site.Index.Search(new(masked, language) { Limit = MostArticles * 3, Kind = HitKind.Article }).Hits.Where(h => !site.IsAboutSite(h)).Take(MostArticles)];
        return new()
        {
            Text = masked, Os = NamedOs(masked), Language = language, Codes = codes, Articles = articles,
            Positions = [.. site.Content.Guides.Select(g => Position(site, g, masked, codes)).OfType<GuidePosition>()
                .OrderByDescending(p => p.IsOutcome).ThenByDescending(p => p.Path.Count)],
        };
    }

    /// <summary>What to answer with first: an outcome that the text leads to, else a code that has a page, else the best article.</summary>
    public DeskSubject? Best(SiteSnapshot site) =>
        Positions.Where(p => p.IsOutcome).Select(p => DeskSubject.Of(p.Guide, (Outcome)p.Node)).FirstOrDefault()
        ?? Codes.Select(m => site.Code(m.Code)).OfType<CodeEntry>().Select(DeskSubject.Of).FirstOrDefault()
        ?? Articles.Select(h => DeskSubject.Find(site, $"article/{h.Id}")).FirstOrDefault();

    // What a code's page says about a guide counts before what the text's words may mean.
    private static GuidePosition? Position(SiteSnapshot site, Guide guide, string text, List<ErrorCodeMatch> codes)
    {
        var known = codes.Select(m => site.Code(m.Code)?.Guide).FirstOrDefault(g => g?.GuideId == guide.Id)?.Answers ?? new Dictionary<string, string>();
        var position = GuideWalk.Walk(guide, GuideReading.Read(guide, text).Concat(known));
        return position.Path.Count > 0 ? position : null;
    }

    private static string? NamedOs(string text)
    {
        var named = Systems.Matches(CompatibleText.Of(text)).Select(m => "windows-" + m.Groups[1].Value).Distinct().ToList();
        return named is [var only] && AppliesTo.KnownOs.Contains(only) ? only : null;
    }

    [GeneratedRegex(@"(?:windows|win)\s?(11|10|8|7)(?![\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Systems { get; }

    // A Japanese mail quotes English messages; an English one has no kana.
    private static bool LooksJapanese(string text) => text.Count(c => c is >= '\u3041' and <= '\u30FF') > 3;
}
