using KnowledgeBase.Content.Markdown.Fences;
using Markdig.Parsers;

namespace KnowledgeBase.Content.Markdown.When;

/// <summary>`::: when os=windows-11,windows-10 licence=oem`: one variant; neighbours form a group.</summary>
internal sealed class WhenBlock(BlockParser parser, string arguments) : NamedFenceBlock(parser, "when", arguments)
{
    public WhenConditions Conditions { get; } = WhenConditions.Read(arguments);

    public bool FollowsVariant { get; set; }

    public bool IsFollowedByVariant { get; set; }
}
