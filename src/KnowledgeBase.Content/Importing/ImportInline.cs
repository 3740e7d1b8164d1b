using System.Text.RegularExpressions;

namespace KnowledgeBase.Content.Importing;

/// <summary>Turns one line of running text into ours: links, pictures, shortcodes and HTML. Code stays as it is.</summary>
internal sealed partial class ImportInline(ImportPage page, ImportLinks links, ImportFindings findings)
{
    private const char Opened = '\uE000';
    private const char Closed = '\uE001';

    private static readonly Dictionary<string, string> s_marks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["strong"] = "**", ["b"] = "**", ["em"] = "*", ["i"] = "*", ["code"] = "`", ["kbd"] = "`", ["tt"] = "`", ["samp"] = "`", ["var"] = "*", ["br"] = " ",
    };

    private static readonly string[] s_wrappers = ["div", "span", "p", "section", "center", "sub", "sup", "u", "font", "small", "abbr", "figure", "figcaption", "details", "summary", "dfn", "wbr", "picture", "source", "hr", "nobr", "Tabs", "TabItem", "article", "header", "footer", "main", "thead", "tbody", "dl", "dt", "dd", "mark", "blockquote", "nav"];
    private static readonly string[] s_structure = ["ul", "ol", "li", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "iframe", "video", "button", "input", "form", "label"];

    public string Convert(string line)
    {
        if (line.Length == 0 || line.IndexOfAny(['[', '<', '{', '!']) < 0) return line;
        var code = new List<string>();
        var text = Code.Replace(line.Replace(Opened, ' ').Replace(Closed, ' '), m => Keep(code, m.Value));
        text = Shortcodes.Replace(text, m => Shortcode(m));
        text = ImageTag.Replace(text, m => $"![{ImportTag.Attribute(m.Value, "alt")}]({ImportTag.Attribute(m.Value, "src")})");
        text = AnchorTag.Replace(text, m => ImportTag.Attribute(m.Value, "href") is { Length: > 0 } href ? $"[{m.Groups["text"].Value}]({href})" : m.Groups["text"].Value);
        text = Image.Replace(text, m => Keep(code, Picture(m)));
        text = Link.Replace(text, m => LinkTo(m));
        text = EmptyLink.Replace(text, "${text}");
        text = Definition.Replace(text, m => links.Page(page, m.Groups["to"].Value) is { } to ? $"[{m.Groups["name"].Value}]: {to}" : Lost("link", m.Groups["to"].Value, ""));
        if (EmptyDefinition.IsMatch(text)) return Lost("link", line.Trim(), "");
        text = Tag.Replace(text, m => Element(m));
        text = AttributeList.Replace(text, "");
        return Kept.Replace(text, m => code[int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)]);
    }

    private static string Keep(List<string> code, string text)
    {
        code.Add(text);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Opened}{code.Count - 1}{Closed}");
    }

    private string Picture(Match match)
    {
        var (alt, to) = (match.Groups["text"].Value, match.Groups["to"].Value);
        if (links.Picture(page, to) is { } place) return $"![{alt}]({place})";
        findings.Add(to.Contains("://", StringComparison.Ordinal) ? "picture of another site" : "picture", to, page.Source.Path);
        return alt.Length == 0 ? "" : $"*{alt.Replace("*", "", StringComparison.Ordinal)}*";
    }

    private string LinkTo(Match match)
    {
        var (text, to) = (match.Groups["text"].Value, match.Groups["to"].Value);
        if (to.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return Lost("mail link", to, text);
        return links.Page(page, to) is { } place ? $"[{text}]({place})" : Lost("link", to, text);
    }

    private string Lost(string kind, string what, string instead)
    {
        findings.Add(kind, what, page.Source.Path);
        return instead;
    }

    private string Shortcode(Match match)
    {
        var (name, rest) = (match.Groups["name"].Value, match.Groups["rest"].Value.Trim());
        switch (name)
        {
            case "ref" or "relref":
                return rest.Trim('"');
            case "figure" or "imgproc":
                return $"![{ImportTag.Attribute(rest, "alt") ?? ImportTag.Attribute(rest, "caption") ?? ""}]({ImportTag.Attribute(rest, "src") ?? rest.Split(' ')[0]})";
            case "youtube" when rest.Trim('"').Length is > 0 and < 30:
                return $"https://www.youtube.com/watch?v={Uri.EscapeDataString(rest.Trim('"'))}";
            default:
                return Lost("shortcode", name, "");
        }
    }

    private string Element(Match match)
    {
        var name = match.Groups["name"].Value;
        if (s_marks.TryGetValue(name, out var mark)) return mark;
        if (s_wrappers.Contains(name, StringComparer.OrdinalIgnoreCase)) return "";
        // A capital letter or a dot in it: a component of the tool. Anything else may be a placeholder such as <name>.
        if (char.IsAsciiLetterUpper(name[0]) && (match.Value.EndsWith("/>", StringComparison.Ordinal) || match.Value.Contains('=', StringComparison.Ordinal))) return Lost("component", "<" + name + ">", "");
        if (s_structure.Contains(name, StringComparer.OrdinalIgnoreCase)) return match.Value.StartsWith("</", StringComparison.Ordinal) ? " " : Lost("HTML", "<" + name.ToLowerInvariant() + ">", " ");
        return match.Value;
    }

    [GeneratedRegex(@"(`+)(?!`)(.{1,1000}?)(?<!`)\1(?!`)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code { get; }

    [GeneratedRegex("\uE000(\\d+)\uE001", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Kept { get; }

    [GeneratedRegex(@"\{\{[<%]\s*/?\s*(?<name>[\w/-]+)(?<rest>[^{}]{0,500}?)\s*/?[%>]\}\}", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Shortcodes { get; }

    [GeneratedRegex(@"<img\b[^<>]{0,2000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex ImageTag { get; }

    [GeneratedRegex(@"<a\b[^<>]{0,1000}>(?<text>.{0,1000}?)</a>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex AnchorTag { get; }

    [GeneratedRegex("""!\[(?<text>[^\[\]]{0,500})\]\(\s*<?(?<to>[^\s()<>]{1,500}(?:\([^\s()]{0,100}\)[^\s()<>]{0,100})?)>?(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*\)""", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Image { get; }

    [GeneratedRegex("""(?<!!)\[(?<text>(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,500})\]\(\s*<?(?<to>[^\s()<>]{1,1000}(?:\([^\s()]{0,100}\)[^\s()<>]{0,200})?)>?(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*\)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"(?<!!)\[(?<text>[^\[\]]{0,500})\]\(\s*\)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex EmptyLink { get; }

    [GeneratedRegex("""^\s{0,3}\[(?<name>[^\[\]^]{1,200})\]:\s*<?(?<to>[^\s<>]{1,1000})>?(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*$""", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Definition { get; }

    [GeneratedRegex(@"^\s{0,3}\[[^\[\]^]{1,200}\]:\s*<?[^\w/#.]*>?\s*$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex EmptyDefinition { get; }

    [GeneratedRegex(@"</?(?<name>[A-Za-z][A-Za-z0-9.]*)(?:\s[^<>]{0,2000})?/?>", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"\{:?\s*(?:[.#][\w-]+\s*)+(?:[\w-]+=\S+\s*)*\}|\{:\s*[\w-]+=[^{}]{0,200}\}|\{\s*(?:target|rel|class|width)=[^{}]{0,200}\}", RegexOptions.CultureInvariant, 500)]
    private static partial Regex AttributeList { get; }
}
