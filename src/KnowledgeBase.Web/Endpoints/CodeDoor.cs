using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Where `/go/{code}` leads. What it does not know it leaves out: a macro that was written once must go on working.</summary>
public static class CodeDoor
{
    /// <summary>The page of the code; with a licence the case for it; with an operating system the procedure, at the variant for that
    /// system. A code without such a case or procedure leads to its page.</summary>
    public static string Open(SiteSnapshot site, Locale locale, ErrorCode code, string? licence, string? os)
    {
        var entry = site.Code(code);
        var concerned = licence is null ? null : entry?.Cases.FirstOrDefault(c => c.Channels.Contains(licence));
        if (!AppliesTo.KnownOs.Contains(os)) return Urls.Code(locale, code, concerned?.Id);
        var link = concerned is null ? entry?.First?.Link : concerned.Link;
        return link?.StartsWith("/a/", StringComparison.Ordinal) == true
            ? Urls.WithVariant(Urls.Article(site, locale, link[3..]), os)
            : Urls.Code(locale, code, concerned?.Id);
    }
}
