using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown.ErrorCodes;

/// <summary>Error codes in running text link to their pages by themselves.</summary>
internal sealed class ErrorCodesExtension(Locale locale) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<EscapeInlineParser>(new ErrorCodesInlineParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new ErrorCodesRenderer(locale));
}
