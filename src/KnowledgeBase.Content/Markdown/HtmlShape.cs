using System.Collections.Frozen;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Which allowed element may stand in which, so strictly that an HTML parser never moves, closes or adds one.</summary>
internal static class HtmlShape
{
    private static readonly FrozenSet<string> Phrasing = FrozenSet.Create("a", "br", "code", "em", "img", "span", "strong");
    private static readonly FrozenSet<string> Flow = FrozenSet.Create(
        "a", "br", "code", "em", "img", "span", "strong", "blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Children = new Dictionary<string, FrozenSet<string>>
    {
        [""] = Flow,
        ["blockquote"] = Flow,
        ["div"] = Flow,
        ["li"] = Flow,
        ["section"] = Flow,
        ["td"] = Flow,
        ["th"] = Flow,
        ["ol"] = FrozenSet.Create("li"),
        ["ul"] = FrozenSet.Create("li"),
        ["table"] = FrozenSet.Create("thead", "tbody"),
        ["thead"] = FrozenSet.Create("tr"),
        ["tbody"] = FrozenSet.Create("tr"),
        ["tr"] = FrozenSet.Create("th", "td"),
    }.ToFrozenDictionary();

    /// <param name="parent">Empty for the fragment itself.</param>
    public static bool MayHold(string parent, string child) => Children.GetValueOrDefault(parent, Phrasing).Contains(child);

    /// <summary>Whether text other than white space may stand directly in it.</summary>
    public static bool MayHoldText(string parent) => parent is not ("ol" or "ul" or "table" or "thead" or "tbody" or "tr");
}
