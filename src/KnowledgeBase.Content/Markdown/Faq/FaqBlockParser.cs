using KnowledgeBase.Content.Markdown.Fences;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Faq;

/// <summary>Reads `::: faq` and gathers each question with its answer.</summary>
internal sealed class FaqBlockParser() : NamedFenceParser("faq")
{
    protected override NamedFenceBlock Create(string arguments) => new FaqBlock(this, arguments);

    protected override void Complete(NamedFenceBlock block)
    {
        var children = block.ToList();
        block.Clear();
        FaqItemBlock? item = null;
        foreach (var child in children)
        {
            if (child is HeadingBlock)
            {
                item = new FaqItemBlock { Line = child.Line, Column = child.Column, Span = child.Span };
                block.Add(item);
            }
            (item ?? (ContainerBlock)block).Add(child);
        }
    }
}
