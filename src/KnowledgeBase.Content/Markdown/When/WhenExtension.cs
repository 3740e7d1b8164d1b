using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown.When;

/// <summary>`::: when`: text for one operating system, licence or edition; neighbours become tabs in the browser.</summary>
internal sealed class WhenExtension(ArticleWords words) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new WhenBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new WhenRenderer(words));
}
