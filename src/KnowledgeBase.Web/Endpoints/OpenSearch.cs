using KnowledgeBase.Site;
using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/opensearch.xml`: lets a browser search here by keyword.</summary>
public static class OpenSearch
{
    private const string Ns = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearch(this IEndpointRouteBuilder app) => app.MapGet(Urls.OpenSearch, (HttpContext context, CurrentSite current) =>
    {
        var (root, locale, text) = (SiteAddress.Of(context), ReaderLocale.Of(context), current.Snapshot.Content.Site);
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return XmlText.Document("application/opensearchdescription+xml", xml =>
        {
            xml.WriteStartElement("OpenSearchDescription", Ns);
            // Browsers show at most 16 characters.
            var name = XmlText.Clean(text.Name.In(locale));
            xml.WriteElementString("ShortName", Ns, name.Length <= 16 ? name : name[..16]);
            xml.WriteElementString("Description", Ns, XmlText.Clean(text.Tagline.In(locale)) is { Length: > 0 } tagline ? tagline : name);
            xml.WriteElementString("InputEncoding", Ns, "UTF-8");
            xml.WriteStartElement("Url", Ns);
            xml.WriteAttributeString("type", "text/html");
            xml.WriteAttributeString("template", root + Urls.SearchTemplate(locale));
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }).ExcludeFromDescription();
}
