using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Markdown.Faq;

/// <summary>Question and answer in one box each; nothing is folded, so that the page search of a browser finds every answer.</summary>
internal sealed class FaqRenderer : HtmlObjectRenderer<FaqItemBlock>
{
    protected override void Write(HtmlRenderer renderer, FaqItemBlock item)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"faq-item\">");
        renderer.Write(item.Question);
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"answer\">");
        for (var i = 1; i < item.Count; i++) renderer.Write(item[i]);
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
        renderer.WriteLine("</div>");
    }
}
