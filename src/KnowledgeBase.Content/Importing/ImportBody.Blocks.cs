using System.Text.RegularExpressions;

namespace KnowledgeBase.Content.Importing;

/// <summary>The blocks that the three tools know, and what becomes of them.</summary>
internal sealed partial class ImportBody
{
    // The name in any tool → the kind of a callout here.
    private static readonly Dictionary<string, string> s_callouts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["note"] = "NOTE", ["info"] = "NOTE", ["secondary"] = "NOTE", ["abstract"] = "NOTE", ["summary"] = "NOTE", ["quote"] = "NOTE", ["example"] = "NOTE", ["question"] = "NOTE", ["primary"] = "NOTE", ["check"] = "TIP",
        ["tip"] = "TIP", ["success"] = "TIP", ["hint"] = "TIP", ["important"] = "IMPORTANT", ["warning"] = "WARNING", ["attention"] = "WARNING",
        ["caution"] = "CAUTION", ["danger"] = "CAUTION", ["failure"] = "CAUTION", ["error"] = "CAUTION", ["bug"] = "CAUTION",
    };

    private bool Open(string line, string trimmed)
    {
        var indent = line.Length - trimmed.Length;
        if (Generated.Match(trimmed) is { Success: true } generated)
        {
            findings.Add("reference made from source code", generated.Groups["name"].Value, page.Source.Path);
            Push(new(null, indent + 4, "") { IsDropped = true });
            return true;
        }

        if (Colons.Match(trimmed) is { Success: true } colons) return Callout(colons, indent, colons.Groups["mark"].Value);
        if (Slashes.Match(trimmed) is { Success: true } slashes)
            return slashes.Groups["kind"].Value == "tab" ? Tab(slashes.Groups["title"].Value, indent, slashes.Groups["mark"].Value) : Callout(slashes, indent, slashes.Groups["mark"].Value);
        if (Marks.Match(trimmed) is { Success: true } marks) return Callout(marks, indent, null);
        if (Equals.Match(trimmed) is { Success: true } equals) return Tab(equals.Groups["title"].Value, indent, null);
        return TagBlock(trimmed, indent) || Shortcode(trimmed, indent);
    }

    private bool TagBlock(string trimmed, int indent)
    {
        if (Tag.Match(trimmed) is not { Success: true } tag) return false;
        switch (tag.Groups["name"].Value)
        {
            case "TabItem":
                return Tab(ImportTag.Attribute(tag.Value, "label") ?? ImportTag.Attribute(tag.Value, "value") ?? "", 0, "</TabItem");
            case "Tabs" or "div" or "section" or "center" or "details":
                // Only what stands in them counts.
                return Known(tag.Groups["name"].Value == "details" ? "folded text" : null);
            case "summary" when trimmed.EndsWith("</summary>", StringComparison.OrdinalIgnoreCase):
                Write($"**{_inline.Convert(SummaryTags.Replace(trimmed, "")).Trim()}**");
                Write("");
                return true;
            case "Admonition":
                return Callout(ImportTag.Attribute(tag.Value, "type") ?? "note", ImportTag.Attribute(tag.Value, "title") ?? "", indent, "</Admonition");
            default:
                return false;
        }
    }

    private bool Shortcode(string trimmed, int indent)
    {
        if (Short.Match(trimmed) is not { Success: true } code) return false;
        var (name, rest) = (code.Groups["name"].Value, code.Groups["rest"].Value);
        if (code.Groups["close"].Success) return true;
        switch (name)
        {
            case "alert" or "pageinfo" or "notice" or "admonition":
                return Callout(ImportTag.Attribute(rest, "color") ?? ImportTag.Attribute(rest, "type") ?? ImportTag.Attribute(rest, "level") ?? "note", ImportTag.Attribute(rest, "title") ?? "", indent, "{{/" + name);
            case "tab":
                return Tab(ImportTag.Attribute(rest, "header") ?? ImportTag.Attribute(rest, "name") ?? rest.Trim(' ', '"'), 0, "{{/" + name);
            case "tabpane" or "tabs":
                return Known("tabs");
            default:
                return s_callouts.ContainsKey(name) && Callout(name, "", indent, "{{/" + name);
        }
    }

    private bool Callout(Match match, int indent, string? end)
    {
        var (kind, title) = (match.Groups["kind"].Value, match.Groups["title"].Value.Trim());
        if (kind == "details") return Tab(title, indent, end, "folded text");
        if (!s_callouts.ContainsKey(kind)) findings.Add("callout", kind, page.Source.Path);
        return Callout(kind, title, end is null ? indent + 4 : indent, end);
    }

    /// <param name="indent">Of the lines in it.</param>
    private bool Callout(string kind, string title, int indent, string? end)
    {
        var lead = new string(' ', end is not null ? indent : Math.Max(0, indent - 4));
        Push(new(end, indent, lead + "> "));
        Write($"[!{s_callouts.GetValueOrDefault(kind, "NOTE")}]");
        if (title.Length > 0)
        {
            Write($"**{_inline.Convert(title)}**");
            Write("");
        }

        return true;
    }

    private bool Tab(string title, int indent, string? end, string what = "tabs")
    {
        Known(what);
        if (title.Length > 0)
        {
            Write("");
            Write($"**{_inline.Convert(title).Trim()}**");
        }

        Push(new(end, end is null ? indent + 4 : indent, end is null ? new string(' ', indent) : ""));
        return true;
    }

    private bool Known(string? what)
    {
        if (what is not null) findings.Add("shown one below the other", what, page.Source.Path);
        return true;
    }

    private bool Include(string trimmed)
    {
        if (Included.Match(trimmed) is not { Success: true } match) return false;
        var path = match.Groups["path"].Value.Trim();
        if (links.Included(page, path) is not { } text)
        {
            findings.Add("included file", path, page.Source.Path);
            return true;
        }

        Write("```" + System.IO.Path.GetExtension(path).TrimStart('.'));
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')) Write(line);
        Write("```");
        return true;
    }

    [GeneratedRegex(@"^(?<mark>:{3,})\s*(?<kind>[A-Za-z]+)(?:\{[^}]*\})?(?:\[(?<title>[^\]]*)\]|\s+(?<title>[^{]*))?(?:\{[^}]*\})?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Colons { get; }

    [GeneratedRegex(@"^(?<mark>/{3,})\s*(?<kind>[a-z-]+)\s*(?:\|\s*(?<title>.*))?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Slashes { get; }

    [GeneratedRegex("""^(?:!!!|\?\?\?\+?)\s+(?<kind>[A-Za-z]+)(?:\s+[a-z-]+)*\s*(?:"(?<title>[^"]*)")?$""", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Marks { get; }

    [GeneratedRegex("""^===[!+]?\s+"(?<title>[^"]*)"$""", RegexOptions.CultureInvariant, 500)]
    private static new partial Regex Equals { get; }

    [GeneratedRegex(@"^:::[ ]+(?<name>[A-Za-z_]\w*(?:\.\w+)+)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Generated { get; }

    [GeneratedRegex(@"^<(?<name>[A-Za-z]+)\b[^<>]*>", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"</?(?:details|summary)[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex SummaryTags { get; }

    [GeneratedRegex(@"^\{\{[<%]\s*(?<close>/)?\s*(?<name>[\w/-]+)(?<rest>[^{}]*?)\s*/?[%>]\}\}$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Short { get; }

    [GeneratedRegex("""^(?:\{[*!]>?\s*(?<path>[^\s*!}]+)[^}]*[*!]\}|-{1,2}8<-{1,2}\s+"(?<path>[^"]+)")$""", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Included { get; }
}
