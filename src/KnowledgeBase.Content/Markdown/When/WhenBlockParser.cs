using KnowledgeBase.Content.Markdown.Fences;

namespace KnowledgeBase.Content.Markdown.When;

/// <summary>Reads `::: when …` and notes which variants are neighbours.</summary>
internal sealed class WhenBlockParser() : NamedFenceParser("when")
{
    protected override NamedFenceBlock Create(string arguments) => new WhenBlock(this, arguments);

    protected override void Complete(NamedFenceBlock block)
    {
        if (block.Parent is not { Count: > 1 } parent || parent[^1] != block || parent[^2] is not WhenBlock before) return;
        before.IsFollowedByVariant = true;
        ((WhenBlock)block).FollowsVariant = true;
    }
}
