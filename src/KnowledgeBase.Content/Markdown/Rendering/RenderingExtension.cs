using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace KnowledgeBase.Content.Markdown.Rendering;

/// <summary>Our own renderers for what Markdig renders otherwise: code, tables, line breaks.</summary>
internal sealed class RenderingExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<LineBreakInlineRenderer>(new LineBreakRenderer());
        renderer.ObjectRenderers.Insert(0, new TableRenderer());
    }
}
