using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>What a vote is about, as it stands now.</summary>
/// <param name="Locale">Of the text that was read.</param>
/// <param name="Next">Where a reader goes on whom an outcome did not help.</param>
public sealed record VotedPage(string Address, Locale Locale, string Revision, string? Next = null, bool IsOutcome = false)
{
    /// <returns>Null where there is no page of that name.</returns>
    public static VotedPage? Find(SiteSnapshot site, Locale locale, VoteForm form) => form.Page?.Split('/', 2) switch
    {
        ["article", var id] when site.ArticleForReader(locale, id) is { } article => new(Urls.Article(locale, article.Slug), article.Locale, article.Revision),
        ["code", var hex] when ErrorCode.TryParse(hex, out var code) && code.Hex == hex && site.Code(code) is { } entry => new(Urls.Code(locale, code), locale, entry.Revision),
        ["outcome", _] when DeskSubject.Find(site, form.Page) is { } subject => Outcome(site, locale, subject, form.At),
        _ => null,
    };

    private static VotedPage Outcome(SiteSnapshot site, Locale locale, DeskSubject subject, string? at)
    {
        var (guide, outcome) = subject.Outcome(site);
        var query = at is { Length: < 4000 } && at.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? at[mark..] : "";
        var position = GuideWalk.Walk(guide, GuideQuery.Read(query).Answers);
        if (position.Node != outcome) position = GuideWalk.Walk(guide, GuideWay.To(guide, outcome.Id) ?? []);
        var next = GuideWalk.AfterUnsolved(position);
        return new(Urls.GuidePosition(locale, position), locale, guide.Version, next is null ? null : Urls.GuidePosition(locale, next), IsOutcome: true);
    }
}
