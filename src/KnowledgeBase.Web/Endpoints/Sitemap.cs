using System.Globalization;
using System.Xml;
using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/sitemap.xml` with both languages of every page, and `/robots.txt`.</summary>
public static class Sitemap
{
    private const string Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sitemap.xml", (HttpContext context, CurrentSite current) => XmlText.Document("application/xml", x => Write(x, SiteAddress.Of(context), current.Snapshot)))
            .ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext context) => TypedResults.Text(
            $"User-agent: *\nDisallow: /api/\nDisallow: /desk\nDisallow: /edit\nDisallow: /_blazor\n\nSitemap: {SiteAddress.Of(context)}/sitemap.xml\n")).ExcludeFromDescription();
    }

    /// <summary>The address of every page that the sitemap lists.</summary>
    public static IEnumerable<string> Addresses(SiteSnapshot site) => Pages(site).SelectMany(p => p.Locales.Select(p.Url));

    private static void Write(XmlWriter xml, string root, SiteSnapshot site)
    {
        xml.WriteStartElement("urlset", Ns);
        xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
        foreach (var page in Pages(site))
            foreach (var locale in page.Locales)
            {
                xml.WriteStartElement("url", Ns);
                xml.WriteElementString("loc", Ns, root + page.Url(locale));
                if (page.Changed is { } day) xml.WriteElementString("lastmod", Ns, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                if (page.Locales.Count > 1)
                    foreach (var (tag, target) in page.Locales.Select(l => (l.Tag, l)).Append(("x-default", site.Content.Site.DefaultLocale)))
                    {
                        xml.WriteStartElement("link", Xhtml);
                        xml.WriteAttributeString("rel", "alternate");
                        xml.WriteAttributeString("hreflang", tag);
                        xml.WriteAttributeString("href", root + page.Url(target));
                        xml.WriteEndElement();
                    }

                xml.WriteEndElement();
            }

        xml.WriteEndElement();
    }

    private static IEnumerable<(Func<Locale, string> Url, IReadOnlyList<Locale> Locales, DateOnly? Changed)> Pages(SiteSnapshot site)
    {
        yield return (Urls.Home, Locale.All, null);
        yield return (Urls.Codes, Locale.All, null);
        yield return (l => Urls.Glossary(l), Locale.All, null);
        foreach (var category in site.Content.Categories) yield return (l => Urls.Category(l, category.Id), Locale.All, null);
        foreach (var code in site.Content.Codes) yield return (l => Urls.Code(l, code.Code), Locale.All, code.Updated);
        foreach (var guide in site.Content.Guides)
        {
            yield return (l => Urls.Guide(l, guide.Id), Locale.All, null);
            yield return (l => Urls.GuideMap(l, guide.Id), Locale.All, null);
        }

        foreach (var versions in site.Content.Articles.GroupBy(a => a.Id))
            yield return (l => Urls.Article(versions.First(a => a.Locale == l)), [.. versions.Select(a => a.Locale)], versions.Max(a => a.FrontMatter.Updated ?? a.FrontMatter.Published));
    }
}
