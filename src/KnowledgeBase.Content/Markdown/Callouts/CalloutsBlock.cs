using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Callouts;

/// <summary>A block quote whose first line is `[!NOTE]` or another kind alone.</summary>
internal sealed class CalloutsBlock(BlockParser parser, CalloutKind kind) : ContainerBlock(parser)
{
    public CalloutKind Kind { get; } = kind;
}
