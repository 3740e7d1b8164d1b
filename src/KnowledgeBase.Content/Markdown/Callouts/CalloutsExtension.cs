using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown.Callouts;

/// <summary>GitHub alerts: `> [!NOTE]`, `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`.</summary>
internal sealed class CalloutsExtension(ArticleWords words) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertBefore<QuoteBlockParser>(new CalloutsBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new CalloutsRenderer(words));
}
