using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Checklist;

/// <summary>Lists directly inside become `ul.checklist`; anything else stands as it is.</summary>
internal sealed class ChecklistRenderer : HtmlObjectRenderer<ChecklistBlock>
{
    protected override void Write(HtmlRenderer renderer, ChecklistBlock block)
    {
        foreach (var child in block)
        {
            if (child is ListBlock list) WriteList(renderer, list);
            else renderer.Write(child);
        }
    }

    private static void WriteList(HtmlRenderer renderer, ListBlock list)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<ul class=\"checklist\">");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = !list.IsLoose;
        foreach (var item in list)
        {
            renderer.Write("<li>");
            renderer.WriteChildren((ListItemBlock)item);
            renderer.WriteLine("</li>");
        }
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine("</ul>");
    }
}
