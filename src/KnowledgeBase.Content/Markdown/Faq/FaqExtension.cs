using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown.Faq;

/// <summary>`::: faq`: questions as headings, answers below them.</summary>
internal sealed class FaqExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new FaqBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new FaqRenderer());
}
