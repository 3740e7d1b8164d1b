using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The last step before a reader: keeps only what <see cref="HtmlAllowlist"/> names.</summary>
public static class HtmlSanitizer
{
    private const string Html = "http://www.w3.org/1999/xhtml";

    // A second reading settles nearly everything; what is made to go on and on gets no markup at all.
    private const int MostPasses = 5;

    // A parser is not safe for several threads, and dear to make.
    private static readonly ThreadLocal<HtmlParser> Parser = new(() => new HtmlParser());

    /// <summary>A fragment that is safe in a page's body; reading it again gives the same. What our renderers write is proved
    /// harmless in one pass; anything else is parsed as a browser does, and elements that are not allowed go with all that is in them.</summary>
    public static string Sanitize(string html) => HtmlProof.TryNormalize(html) ?? Rebuild(html);

    /// <summary>The thorough way, for any text. Where something was taken out, the rest may be read in another way than before: it is
    /// read until it stays.</summary>
    internal static string Rebuild(string html)
    {
        try
        {
            return Settle(html);
        }
        catch (UriFormatException)
        {
            // The parser looks at some addresses at once (`<link rel=import>`), and gives up on a few: then there is no markup.
            return Settle(html.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        }
    }

    private static string Settle(string html)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var clean = Pass(html, Clean);
            if (clean == html) return clean;
            html = clean;
        }

        return Pass(html, root => root.TextContent = Lines(root.TextContent));
    }

    private static string Pass(string html, Action<INode> change)
    {
        var parser = Parser.Value!;
        using var context = parser.ParseDocument("");
        if (parser.ParseFragment(html, context.Body!).FirstOrDefault()?.Parent is not { } root) return "";
        change(root);
        using var writer = new StringWriter();
        foreach (var node in root.ChildNodes) node.ToHtml(writer, HtmlMarkupFormatter.Instance);
        return writer.ToString();
    }

    private static void Clean(INode root)
    {
        foreach (var node in root.ChildNodes.ToList())
        {
            if (node is IElement element && HtmlAllowlist.Elements.TryGetValue(element.LocalName, out var attributes) && element.NamespaceUri == Html)
            {
                foreach (var attribute in element.Attributes.ToList())
                {
                    if (attribute.Value.Contains('\r', StringComparison.Ordinal)) attribute.Value = Lines(attribute.Value);
                    if (!attributes.Contains(attribute.Name) || !HtmlAllowlist.Allows(attribute.Name, attribute.Value)) element.RemoveAttribute(attribute.Name);
                }

                Clean(element);
            }
            else if (node is not IText text)
            {
                root.RemoveChild(node);
            }
            else if (text.Data.Contains('\r', StringComparison.Ordinal))
            {
                text.Data = Lines(text.Data);
            }
        }
    }

    // Written by a reference (`&#13;`) it is a character; written out, a line's end.
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
