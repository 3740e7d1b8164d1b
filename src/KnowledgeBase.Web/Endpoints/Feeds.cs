using System.Globalization;
using System.Xml;
using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/{lang}/feed.xml`: what changed last, as Atom.</summary>
public static class Feeds
{
    private const string Ns = "http://www.w3.org/2005/Atom";
    private const int Most = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app) =>
        app.MapGet("/{lang:regex(^(ja|en)$)}/feed.xml", (HttpContext context, CurrentSite current, string lang) =>
            XmlText.Document("application/atom+xml", x => Write(x, SiteAddress.Of(context), current.Snapshot, Locale.Find(lang)!))).ExcludeFromDescription();

    private static void Write(XmlWriter xml, string root, SiteSnapshot site, Locale locale)
    {
        var entries = Entries(site, locale).OrderByDescending(e => e.Changed).ThenBy(e => e.Url, StringComparer.Ordinal).Take(Most).ToList();
        xml.WriteStartElement("feed", Ns);
        xml.WriteAttributeString("xml", "lang", null, locale.Tag);
        xml.WriteElementString("title", Ns, XmlText.Clean(site.Content.Site.Name.In(locale)));
        xml.WriteElementString("id", Ns, root + Urls.Home(locale));
        Link(xml, "self", root + Urls.Feed(locale));
        Link(xml, "alternate", root + Urls.Home(locale));
        xml.WriteElementString("updated", Ns, Instant(entries.Count > 0 ? entries[0].Changed : DateOnly.FromDateTime(site.Info.BuiltAt.UtcDateTime)));
        foreach (var (title, summary, url, changed) in entries)
        {
            xml.WriteStartElement("entry", Ns);
            xml.WriteElementString("title", Ns, XmlText.Clean(title));
            xml.WriteElementString("id", Ns, root + url);
            Link(xml, "alternate", root + url);
            xml.WriteElementString("updated", Ns, Instant(changed));
            xml.WriteElementString("summary", Ns, XmlText.Clean(summary));
            xml.WriteStartElement("author", Ns);
            xml.WriteElementString("name", Ns, XmlText.Clean(site.Content.Site.Name.In(locale)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<(string Title, string Summary, string Url, DateOnly Changed)> Entries(SiteSnapshot site, Locale locale)
    {
        foreach (var article in site.Content.Articles)
            if (article.Locale == locale && (article.FrontMatter.Updated ?? article.FrontMatter.Published) is { } day)
                yield return (article.Title, article.Summary, Urls.Article(article), day);
        foreach (var code in site.Content.Codes)
            if (code.Updated is { } day)
                yield return ($"{code.Code.Hex} {code.Title.In(locale)}", code.Meaning.In(locale), Urls.Code(locale, code.Code), day);
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Ns);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
