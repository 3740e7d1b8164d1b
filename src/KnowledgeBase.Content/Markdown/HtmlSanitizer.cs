using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The last step before a reader: keeps only what <see cref="HtmlAllowlist"/> names.</summary>
public static class HtmlSanitizer
{
    private const string Html = "http://www.w3.org/1999/xhtml";

    // A parser is not safe for several threads, and dear to make.
    private static readonly ThreadLocal<HtmlParser> Parser = new(() => new HtmlParser());

    /// <summary>A fragment that is safe in a page's body; reading it again gives the same. What our renderers write is proved
    /// harmless in one pass; anything else is parsed as a browser does, and elements that are not allowed go with all that is in them.</summary>
    public static string Sanitize(string html) => HtmlProof.TryNormalize(html) ?? Rebuild(html);

    /// <summary>The thorough way, for any text.</summary>
    internal static string Rebuild(string html)
    {
        var parser = Parser.Value!;
        using var context = parser.ParseDocument("");
        if (parser.ParseFragment(html, context.Body!).FirstOrDefault()?.Parent is not { } root) return "";
        Clean(root);
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
                    if (!attributes.Contains(attribute.Name) || !HtmlAllowlist.Allows(attribute.Name, attribute.Value)) element.RemoveAttribute(attribute.Name);
                Clean(element);
            }
            else if (node is not IText)
            {
                root.RemoveChild(node);
            }
        }
    }
}
