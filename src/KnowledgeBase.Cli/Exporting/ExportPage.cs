using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Cli.Exporting;

/// <summary>A page of the running site as a file: links lead to files, and what needs a server is taken out. The pages are the site's own,
/// so their form is known.</summary>
internal sealed partial class ExportPage(string path, string html, Uri site)
{
    // Plain names while developing, with a fingerprint where published.
    private static readonly string[] s_scripts = ["/site.", "/comfort."];

    private readonly string _file = ExportPaths.File(path);

    /// <summary>Addresses that the page needs, as paths of the site.</summary>
    public HashSet<string> Needs { get; } = [];

    /// <param name="known">Whether a path will be there.</param>
    public string Write(Func<string, bool> known)
    {
        var text = Posts.Replace(Votes.Replace(html, ""), "");
        text = Absolute.Replace(text, "");
        text = Later.Replace(text, "");
        text = Scripts.Replace(text, m => s_scripts.Any(s => m.Value.Contains(s, StringComparison.Ordinal)) ? m.Value.Replace("type=\"module\"", "defer", StringComparison.Ordinal) : "");
        text = text.Replace("<base href=\"/\" />", "", StringComparison.Ordinal);
        text = Addresses.Replace(text, m => $"{m.Groups["name"].Value}=\"{WebUtility.HtmlEncode(Place(WebUtility.HtmlDecode(m.Groups["to"].Value), known))}\"");
        // Printed addresses name the page within the site: where the files will be served from is not known here.
        text = text.Replace(site.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);
        return IsSearch ? text.Replace("</body>", $"<script src=\"{ExportPaths.Relative(_file, $"search-data.{path[1..3]}.js")}\" defer></script><script src=\"{ExportPaths.Relative(_file, "static-search.js")}\" defer></script></body>", StringComparison.Ordinal) : text;
    }

    /// <summary>Paths of the site that this page leads to.</summary>
    public IEnumerable<string> Links() => Addresses.Matches(Posts.Replace(html, "")).Select(m => Target(WebUtility.HtmlDecode(m.Groups["to"].Value))).OfType<string>();

    public string Title => WebUtility.HtmlDecode(Heading.Match(html) is { Success: true } h ? Tags.Replace(h.Groups[1].Value, "") : path).Trim();

    /// <summary>What can be read in the page, for the search.</summary>
    public string Text => Spaces.Replace(WebUtility.HtmlDecode(Tags.Replace(Posts.Replace(Votes.Replace(Main.Match(html).Groups[1].Value, ""), ""), " ")), " ").Trim();

    private bool IsSearch => path.EndsWith("/search", StringComparison.Ordinal);

    private string Place(string link, Func<string, bool> known)
    {
        if (Target(link) is not { } target) return link;
        if (!known(target)) return "#";
        Needs.Add(target);
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var anchor = hash < 0 ? Node(link) : link[hash..];
        return ExportPaths.Relative(_file, ExportPaths.File(target)) + anchor;
    }

    // A position of a guided check is a place in its tree, which is one page.
    private static string Node(string link) => Position.Match(link) is { Success: true } match && match.Groups["node"].Value != "map" ? "#node-" + match.Groups["node"].Value : "";

    /// <summary>The path that a link leads to, without query and fragment; null for one that leaves the site or stays in the page.</summary>
    private string? Target(string link)
    {
        if (link.StartsWith('#') || link.Length == 0) return null;
        if (!Uri.TryCreate(new Uri(site, path), link, out var uri) || uri.Authority != site.Authority) return null;
        if (Position.Match(uri.AbsolutePath) is { Success: true } match) return match.Groups["guide"].Value + "/map";
        return uri.AbsolutePath;
    }

    [GeneratedRegex("""(?<name>href|src|action)="(?<to>[^"]*)""" + "\"", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Addresses { get; }

    [GeneratedRegex("""<section class="ask vote".*?</section>|<div class="ask-here">.*?</div>""", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Votes { get; }

    [GeneratedRegex("""<form\b[^>]*method="post"[^>]*>.*?</form>""", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Posts { get; }

    [GeneratedRegex("""<link rel="(?:canonical|alternate|search)"[^>]*>|<meta property="og:(?:url|image)"[^>]*>|<script type="application/ld\+json">.*?</script>|<!--Blazor[^>]*-->""", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Absolute { get; }

    [GeneratedRegex("""</?template\b[^>]*>""", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Later { get; }

    [GeneratedRegex("""<script\b[^>]*\bsrc="[^"]*"[^>]*></script>""", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Scripts { get; }

    [GeneratedRegex("^(?<guide>/[a-z]{2}/guides/[^/?#]+)/(?<node>[^/?#]+)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Position { get; }

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex("<main[^>]*>(.*?)</main>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Main { get; }

    [GeneratedRegex("<script.*?</script>|<svg.*?</svg>|<[^>]*>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Tags { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Spaces { get; }
}
