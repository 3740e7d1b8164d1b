using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Markdown.Callouts;

/// <summary>A note with its kind written out, so that colour is never the only sign.</summary>
internal sealed class CalloutsRenderer(ArticleWords words) : HtmlObjectRenderer<CalloutsBlock>
{
    protected override void Write(HtmlRenderer renderer, CalloutsBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"callout ").Write(ClassName(block.Kind)).WriteLine("\" role=\"note\">");
        renderer.Write("<p class=\"callout-title\">").WriteEscape(words.Callout(block.Kind)).WriteLine("</p>");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(block);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }

    private static string ClassName(CalloutKind kind) => kind switch
    {
        CalloutKind.Tip => "callout-tip",
        CalloutKind.Important => "callout-important",
        CalloutKind.Warning => "callout-warning",
        CalloutKind.Caution => "callout-caution",
        _ => "callout-note",
    };
}
