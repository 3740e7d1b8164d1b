using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Faq;

/// <summary>A question (its first child, a heading) and the answer (the rest). It is a section of its own, so that a search
/// opens at the question.</summary>
internal sealed class FaqItemBlock() : ContainerBlock(null)
{
    public HeadingBlock Question => (HeadingBlock)this[0];
}
