using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Desk;

namespace KnowledgeBase.Web.Desk;

/// <summary>A ready reply with everything filled in (Feature 61).</summary>
/// <param name="Url">The link in it: absolute, in the language of the reply.</param>
public sealed record ReplyText(ReplyTemplate Template, Locale Language, string Text, string Url)
{
    /// <summary>The replies that fit, best first; none where nobody wrote any.</summary>
    /// <param name="root">Public address of the site, without a slash at the end.</param>
    public static IReadOnlyList<ReplyText> For(SiteSnapshot site, DeskSubject subject, Locale language, string root, string? os = null)
    {
        var kind = subject.Kind == ReplySubject.Outcome ? subject.Outcome(site).Outcome.Kind : (OutcomeKind?)null;
        var (values, url) = Values(site, subject, language, root, os);
        return [.. ReplyTemplate.Fitting(site.Content.Replies, subject.Kind, subject.Name, kind).Select(t => new ReplyText(t, language, t.Fill(language, values), url))];
    }

    private static (Dictionary<string, string> Values, string Url) Values(SiteSnapshot site, DeskSubject subject, Locale language, string root, string? os)
    {
        var target = LinkTarget.Of(site, subject);
        var values = new Dictionary<string, string> { ["title"] = target.Title(language) };
        var page = target.Page(language);
        switch (subject.Kind)
        {
            case ReplySubject.Article:
                values["summary"] = subject.Article(site, language).Summary;
                break;
            case ReplySubject.Code:
                var entry = subject.Code(site);
                (values["title"], values["code"], values["summary"], values["first"]) = (entry.Title.In(language), entry.Code.Hex, entry.Meaning.In(language), entry.First?.Text.In(language) ?? "");
                break;
            default:
                // The customer needs the procedure, not the questions that led to it.
                var outcome = subject.Outcome(site).Outcome;
                values["summary"] = outcome.Note.In(language);
                values["procedure"] = site.ArticleForReader(language, outcome.Procedure.Split('#')[0])?.Title ?? "";
                page = Urls.Article(site, language, outcome.Procedure);
                break;
        }

        var takesVariant = subject.Kind == ReplySubject.Article ? target.Variants.Contains(os) : subject.Kind == ReplySubject.Outcome && AppliesTo.KnownOs.Contains(os);
        values[ReplyPlaces.Link] = root + Urls.WithVariant(page, takesVariant ? os : null);
        return (values, values[ReplyPlaces.Link]);
    }
}
