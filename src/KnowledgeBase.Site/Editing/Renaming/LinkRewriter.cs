using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>Rewrites what points at renamed articles and anchors, in any content file, and no other byte.</summary>
internal sealed partial class LinkRewriter(Names names)
{
    // Keys whose values name articles by id alone.
    private static readonly string[] s_keys = ["related", "procedure", "see", "see-also", "help-article", "articles"];

    /// <param name="path">Where the text stands; decides what is YAML in it.</param>
    /// <param name="text">Line ends are `\n`.</param>
    /// <param name="own">Names of the article that the text is; null where it is none.</param>
    public string Rewrite(string path, string text, IReadOnlyList<string>? own = null)
    {
        var isArticle = path.EndsWith(".md", StringComparison.Ordinal);
        if (path == "redirects.yaml") return text;
        var linked = Link.Replace(text, m => names.Of(m.Groups["name"].Value, Anchor(m)) is { } to ? string.Join('/', "", m.Groups["kind"].Value, to) : m.Value);
        if (isArticle) linked = RelativeLink.Replace(linked, m => Relative(path, m) ?? m.Value);
        if (isArticle && own is not null) linked = OwnLink.Replace(linked, m => Own(own, m.Groups["anchor"].Value) is { } to ? $"]({to}" : m.Value);
        return Lines(linked, isArticle);
    }

    /// <summary>A target of `redirects.yaml` under its new name.</summary>
    public string Target(string target) => Link.Replace(target, m => names.Of(m.Groups["name"].Value, Anchor(m)) is { } to ? string.Join('/', "", m.Groups["kind"].Value, to) : m.Value);

    private string? Own(IReadOnlyList<string> own, string anchor)
    {
        foreach (var name in own)
            if (names.Anchors.TryGetValue((name, anchor), out var moved)) return own.Contains(moved.Article) || names.Articles.GetValueOrDefault(name) == moved.Article ? "#" + moved.Anchor : ContentLinks.Permanent(moved.Article, moved.Anchor);
        return null;
    }

    // `](../errors/fix-it.ja.md#steps)` becomes a link to the article's name: that holds in both languages and wherever either moves.
    private string? Relative(string path, Match link)
    {
        var parts = path.Split('/')[..^1].ToList();
        foreach (var part in link.Groups["file"].Value.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        if (parts is not ["articles", _, .. var rest]) return null;
        var slug = rest is [var folder, var index] && index.StartsWith("index.", StringComparison.Ordinal) ? folder : rest is [var file] ? file.Split('.')[0] : "";
        return names.Of(slug, Anchor(link)) is { } to ? $"]({ContentLinks.Permanent(to)}" : null;
    }

    /// <summary>Bare names in front matter and YAML files: `related: [a, b]`, `procedure: a#steps`, lists below such a key.</summary>
    private string Lines(string text, bool isArticle)
    {
        var result = new StringBuilder(text.Length);
        var (inYaml, fences, listIndent) = (!isArticle, 0, -1);
        foreach (var line in ThreeWayMerge.Lines(text))
        {
            if (isArticle && fences < 2 && line.TrimEnd() is "---" or "...")
            {
                inYaml = ++fences == 1;
                listIndent = -1;
                result.Append(line);
                continue;
            }
            if (isArticle && fences == 0) inYaml = false;
            result.Append(inYaml ? YamlLine(line, ref listIndent) : line);
        }
        return result.ToString();
    }

    private string YamlLine(string line, ref int listIndent)
    {
        var indent = line.Length - line.AsSpan().TrimStart().Length;
        if (listIndent >= 0 && indent >= listIndent && line.AsSpan().TrimStart().StartsWith("-")) return Bare.Replace(line, Renamed);
        listIndent = -1;
        var changed = KeyedValue.Replace(line, m => m.Groups["key"].Value + Bare.Replace(m.Groups["value"].Value, Renamed));
        if (BlockKey.Match(line) is { Success: true } key && s_keys.Contains(key.Groups["key"].Value)) listIndent = indent;
        return changed;
    }

    private string Renamed(Match bare) => names.Of(bare.Groups["name"].Value, Anchor(bare)) ?? bare.Value;

    private static string? Anchor(Match match) => match.Groups["anchor"] is { Success: true } anchor ? anchor.Value : null;

    [GeneratedRegex(@"(?<![A-Za-z0-9_./:-])/(?<kind>a|articles)/(?<name>[a-z0-9-]+)(?:#(?<anchor>[a-z0-9-]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\]\((?<file>(?!/)[^)\s:#]+\.md)(?:#(?<anchor>[a-z0-9-]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeLink { get; }

    [GeneratedRegex(@"\]\(#(?<anchor>[a-z0-9-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnLink { get; }

    // One word where a value may stand: after the key, a comma, a bracket or a hyphen, quoted or not.
    [GeneratedRegex(@"(?<=(?:^|[\[,:-])[ \t]*[""']?)(?<![a-z0-9/#-]|[a-z0-9]-)(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)(?:#(?<anchor>[a-z0-9-]+))?(?=[""']?[ \t]*(?:[,\]}\n]|$|[ \t]#))", RegexOptions.CultureInvariant)]
    private static partial Regex Bare { get; }

    [GeneratedRegex(@"(?<key>(?<![a-z-])(?:related|procedure|see-also|see|help-article|articles)[ \t]*:[ \t]*)(?<value>\[[^\]\n]*\]|[^,}\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyedValue { get; }

    [GeneratedRegex(@"^[ \t]*(?:-[ \t]+)?(?<key>[a-z-]+)[ \t]*:[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockKey { get; }
}
