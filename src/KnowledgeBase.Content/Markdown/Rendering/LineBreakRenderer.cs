using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown.Rendering;

/// <summary>A line break between two Japanese characters leaves no space; any other one is a space, as everywhere.</summary>
internal sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline inline)
    {
        if (inline.NextSibling is null && inline.Parent?.Parent is null) return;
        if (inline.IsHard && renderer.EnableHtmlForInline) renderer.WriteLine("<br />");
        else if (!JapaneseLines.JoinWithoutSpace(inline)) renderer.WriteLine();
    }
}
