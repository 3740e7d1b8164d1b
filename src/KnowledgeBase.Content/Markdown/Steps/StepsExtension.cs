using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown.Steps;

/// <summary>`::: steps`: an ordered list whose items have permalinks and badges.</summary>
internal sealed class StepsExtension(ArticleWords words) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new StepsBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new StepsRenderer(words));
}
