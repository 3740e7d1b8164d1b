using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Web;

/// <summary>Says what in a whole page of ours could run, load or submit what is not our own, judged on the DOM that a browser would
/// build. Our pages have scripts, forms and pictures of their own, so it is what these may look like that is checked.</summary>
internal static class PageMarkup
{
    private static readonly HashSet<string> Never =
        ["iframe", "frame", "frameset", "object", "embed", "applet", "math", "style", "video", "audio", "source", "track", "xmp", "isindex", "marquee", "portal", "plaintext", "noembed", "noframes", "param", "keygen", "foreignobject", "animate", "set", "animatetransform", "image", "handler", "listener"];

    private static readonly HashSet<string> InPictures = ["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc", "defs", "marker", "use", "symbol", "a", "clippath"];

    private static readonly HashSet<string> AddressAttributes =
        ["href", "src", "action", "formaction", "data", "poster", "background", "cite", "longdesc", "ping", "srcset", "lowsrc", "dynsrc", "xlink:href", "manifest"];

    /// <summary>Empty where nothing is foreign.</summary>
    /// <param name="origin">Of the site, such as `http://127.0.0.1:1234`.</param>
    public static IReadOnlyList<string> Find(string html, string origin) =>
        [.. new HtmlParser().ParseDocument(html).All.SelectMany(e => Find(e, origin))];

    private static IEnumerable<string> Find(IElement element, string origin)
    {
        var name = element.LocalName.ToLowerInvariant();
        var isPicture = element.NamespaceUri == "http://www.w3.org/2000/svg";
        if (Never.Contains(name) || name.Contains('-') || (isPicture && !InPictures.Contains(name)) || (!isPicture && element.NamespaceUri != "http://www.w3.org/1999/xhtml")) yield return $"<{name}>";
        foreach (var attribute in element.Attributes)
        {
            var (key, value) = (attribute.Name.ToLowerInvariant(), attribute.Value);
            if (key.StartsWith("on", StringComparison.Ordinal) || key is "style" or "srcdoc" or "http-equiv" or "formaction" or "ping") yield return $"{name}[{key}]";
            var isOwn = IsOwn(value, origin);
            if (AddressAttributes.Contains(key) && !isOwn && (name is not "a" || !IsHarmless(value)) && !(name == "img" && value.StartsWith("data:image/svg+xml", StringComparison.Ordinal))) yield return $"{name}[{key}={value}]";
        }

        if (name != "script") yield break;
        if (element.GetAttribute("type") == "application/ld+json") { if (!IsJson(element.TextContent)) yield return "broken JSON-LD"; }
        else if (!element.HasAttribute("src") || element.TextContent.Trim().Length > 0) yield return $"<script>{element.TextContent}";
    }

    private static string Read(string address) =>
        new string([.. address.Where(c => c is not ('\t' or '\n' or '\r'))]).TrimStart([.. Enumerable.Range(0, 33).Select(c => (char)c)]).Replace('\\', '/').ToLowerInvariant();

    private static bool IsOwn(string address, string origin)
    {
        var read = Read(address);
        if (read.StartsWith("//", StringComparison.Ordinal)) return false;
        return !read.Split('/', '?', '#')[0].Contains(':') || read == origin || read.StartsWith(origin + "/", StringComparison.Ordinal);
    }

    private static bool IsHarmless(string address) =>
        Read(address) is var read && (read.StartsWith("http:", StringComparison.Ordinal) || read.StartsWith("https:", StringComparison.Ordinal) || read.StartsWith("mailto:", StringComparison.Ordinal) || read.StartsWith("tel:", StringComparison.Ordinal));

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
