using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Fences;

/// <summary>A block between `::: name arguments` and `:::`.</summary>
internal abstract class NamedFenceBlock(BlockParser parser, string name, string arguments) : ContainerBlock(parser)
{
    public string Name { get; } = name;

    /// <summary>What stands behind the name on the opening line, trimmed.</summary>
    public string Arguments { get; } = arguments;

    /// <summary>False where the text (or the parent block) ended before the closing `:::`.</summary>
    public bool HasClosingFence { get; set; }
}
