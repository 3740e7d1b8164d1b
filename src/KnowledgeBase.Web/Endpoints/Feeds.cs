using System.Globalization;
using System.Xml;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Components;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/{lang}/feed.xml`: what changed last, as Atom; parameters narrow it to a code, a product or a shelf (Feature 65).</summary>
public static class Feeds
{
    private const string Ns = "http://www.w3.org/2005/Atom";
    private const int Most = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app) =>
        app.MapGet("/{lang:regex(^(ja|en)$)}/feed.xml", (HttpContext context, CurrentSite current, string lang) =>
        {
            var (site, locale) = (current.Snapshot, Locale.Find(lang)!);
            // A feed that quietly follows something else than was asked for would be worse than none.
            return ChangeQuery.Read(context.Request.QueryString.Value ?? "", site) is { Wrong: null, Filter: var filter }
                ? XmlText.Document("application/atom+xml", x => Write(x, SiteAddress.Of(context), site, locale, filter))
                : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }).ExcludeFromDescription();

    private static void Write(XmlWriter xml, string root, SiteSnapshot site, Locale locale, ChangeFilter filter)
    {
        var changes = SiteChange.Of(site, locale, filter).Take(Most).ToList();
        var name = site.Content.Site.Name.In(locale);
        xml.WriteStartElement("feed", Ns);
        xml.WriteAttributeString("xml", "lang", null, locale.Tag);
        xml.WriteElementString("title", Ns, XmlText.Clean(filter.IsOff ? name : UiText.For(locale).Format("PageTitle", ChangeQuery.Name(site, locale, filter), name)));
        xml.WriteElementString("id", Ns, root + (filter.IsOff ? Urls.Home(locale) : Urls.Feed(locale, filter)));
        Link(xml, "self", root + Urls.Feed(locale, filter));
        Link(xml, "alternate", root + (filter.IsOff ? Urls.Home(locale) : Urls.Changes(locale, filter)));
        xml.WriteElementString("updated", Ns, Instant(changes.Count > 0 ? changes[0].Day : DateOnly.FromDateTime(site.Info.BuiltAt.UtcDateTime)));
        foreach (var change in changes)
        {
            var url = root + Urls.Change(change, locale);
            xml.WriteStartElement("entry", Ns);
            xml.WriteElementString("title", Ns, XmlText.Clean(change.Title));
            xml.WriteElementString("id", Ns, url);
            Link(xml, "alternate", url);
            xml.WriteElementString("updated", Ns, Instant(change.Day));
            xml.WriteElementString("summary", Ns, XmlText.Clean(change.Summary));
            xml.WriteStartElement("author", Ns);
            xml.WriteElementString("name", Ns, XmlText.Clean(name));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
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
