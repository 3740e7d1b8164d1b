using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>HTML as the DOM it makes, one node a line: white space that shows nowhere, the order of attributes and what our renderers
/// add for keyboards (`tabindex`) are left out.</summary>
internal static partial class NormalHtml
{
    public static string Of(string html)
    {
        var text = new StringBuilder();
        Append(text, new HtmlParser().ParseDocument("<body>" + html).Body!, 0, inPre: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, INode node, int depth, bool inPre)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement element)
            {
                var attributes = element.Attributes.Where(a => a.Name != "tabindex").OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $" {a.Name}=\"{a.Value}\"");
                text.Append(' ', depth).Append('<').Append(element.LocalName).AppendJoin("", attributes).Append(">\n");
                Append(text, element, depth + 1, inPre || element.LocalName == "pre");
            }
            else if (child is IText { Data: var data })
            {
                var shown = inPre ? data : Space().Replace(data, " ");
                if (!inPre && IsAtBlock(child, before: true)) shown = shown.TrimStart();
                if (!inPre && IsAtBlock(child, before: false)) shown = shown.TrimEnd();
                if (shown.Length > 0) text.Append(' ', depth).Append('"').Append(shown).Append("\"\n");
            }
            else
            {
                text.Append(' ', depth).Append(child.NodeName).Append('\n');
            }
        }
    }

    private static bool IsAtBlock(INode node, bool before) => (before ? node.PreviousSibling : node.NextSibling) switch
    {
        null => node.Parent is IElement parent && !IsInline(parent.LocalName),
        IElement element => !IsInline(element.LocalName),
        _ => false,
    };

    private static bool IsInline(string name) => name is "a" or "code" or "em" or "img" or "span" or "strong";

    [GeneratedRegex("[ \n\t]+")]
    private static partial Regex Space();
}
