using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Desk;

/// <summary>One section of an article in each language, beside each other (Feature 64).</summary>
/// <param name="Id">Anchor of the section; null for the beginning.</param>
/// <param name="Texts">Sanitised HTML in the order of <see cref="Locale.All"/>; null where the language lacks the section. Ids carry the
/// language in front, so that both texts may stand on one page.</param>
public sealed record ParallelText(string? Id, IReadOnlyList<(Locale Locale, string? Html)> Texts)
{
    /// <summary>The sections in the order of the first language that has them; a section of the other language alone follows the one
    /// that stands before it there.</summary>
    public static IReadOnlyList<ParallelText> Of(SiteSnapshot site, string article)
    {
        var texts = Locale.All.Select(l => (Locale: l, Article: site.ArticleById(l, article))).ToList();
        var rows = new List<ParallelText> { new(null, [.. texts.Select(t => (t.Locale, Own(t.Locale, t.Article?.LeadHtml)))]) };
        foreach (var id in Order([.. texts.Select(t => t.Article?.Sections ?? [])]))
            rows.Add(new(id, [.. texts.Select(t => (t.Locale, Own(t.Locale, t.Article?.Sections.FirstOrDefault(s => s.Id == id)?.Html)))]));
        return [.. rows.Where(r => r.Id is not null || r.Texts.Any(t => !string.IsNullOrWhiteSpace(t.Html)))];
    }

    private static List<string> Order(IReadOnlyList<IReadOnlyList<Section>> languages)
    {
        var order = new List<string>();
        foreach (var sections in languages)
        {
            var after = -1;
            foreach (var section in sections)
            {
                var at = order.IndexOf(section.Id);
                if (at < 0) order.Insert(at = after + 1, section.Id);
                after = at;
            }
        }

        return order;
    }

    private static string? Own(Locale locale, string? html) => OwnIds.Under(locale.Tag + "-", html);
}
