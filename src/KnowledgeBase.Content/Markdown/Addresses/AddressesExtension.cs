using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown.Addresses;

/// <summary>Web addresses in running text are links.</summary>
internal sealed class AddressesExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<EscapeInlineParser>(new AddressesInlineParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
