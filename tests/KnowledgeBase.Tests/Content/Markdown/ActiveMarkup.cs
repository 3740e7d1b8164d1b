using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>Says what in a piece of HTML could run, load or submit something, judged on the DOM that a browser would build. It
/// shares nothing with the sanitiser.</summary>
internal static class ActiveMarkup
{
    private static readonly HashSet<string> Dangerous =
    [
        "script", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "style", "link", "meta", "base", "form", "input", "button",
        "textarea", "select", "option", "video", "audio", "source", "track", "template", "noscript", "xmp", "title", "isindex", "marquee", "portal", "dialog",
        "details", "slot", "param", "keygen", "plaintext", "noembed", "noframes", "image", "body", "html", "head", "picture", "canvas", "map", "area",
    ];

    private static readonly string[] AddressAttributes =
        ["href", "src", "action", "formaction", "data", "poster", "background", "cite", "longdesc", "usemap", "profile", "ping", "srcset", "lowsrc", "dynsrc", "xlink:href", "manifest"];

    /// <summary>Empty where nothing is active.</summary>
    public static IReadOnlyList<string> Find(string html)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body><div id=box_>" + html + "</div>");
        var found = document.Body!.QuerySelectorAll("*").Where(e => e.Id != "box_").SelectMany(Find).ToList();
        if (document.Head!.ChildElementCount > 0) found.Add("something moved into the head");
        if (document.Body.Attributes.Length > 0) found.Add("attributes on the body");
        return found;
    }

    private static IEnumerable<string> Find(IElement element)
    {
        if (Dangerous.Contains(element.LocalName) || element.LocalName.Contains('-') || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            yield return $"<{element.LocalName}>";
        foreach (var attribute in element.Attributes)
        {
            var name = attribute.Name.ToLowerInvariant();
            if (name.StartsWith("on", StringComparison.Ordinal) || name is "style" or "srcdoc" or "target" or "name" or "http-equiv" or "is" or "slot" or "autofocus" or "contenteditable")
                yield return $"{element.LocalName}[{name}]";
            if (AddressAttributes.Contains(name) && !IsHarmless(attribute.Value)) yield return $"{element.LocalName}[{name}={attribute.Value}]";
        }
    }

    // Browsers drop tabs and line ends anywhere and controls at the start, and read a backslash as a slash.
    private static bool IsHarmless(string address)
    {
        var read = new string([.. address.Where(c => c is not ('\t' or '\n' or '\r'))]).TrimStart([.. Enumerable.Range(0, 33).Select(c => (char)c)]).Replace('\\', '/').ToLowerInvariant();
        if (read.StartsWith("//", StringComparison.Ordinal)) return false;
        var scheme = read.Split('/', '?', '#')[0];
        return !scheme.Contains(':') || scheme.StartsWith("http:") || scheme.StartsWith("https:") || scheme.StartsWith("mailto:") || scheme.StartsWith("tel:");
    }
}
