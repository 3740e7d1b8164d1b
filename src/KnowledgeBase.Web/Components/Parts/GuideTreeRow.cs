using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>One line of a guide drawn as a tree.</summary>
/// <param name="Node">What stands here; null for a bundle of codes.</param>
/// <param name="Parent">Row that leads here, or -1.</param>
/// <param name="Via">The answers that lead here.</param>
/// <param name="Text">What the box says.</param>
/// <param name="Kind">Of an outcome, or of a bundle's outcomes; null for a question.</param>
public sealed record GuideTreeRow(GuideNode? Node, int Parent, int Depth, string Via, string Text, OutcomeKind? Kind)
{
    /// <summary>The node has its own row elsewhere; this one only points to it.</summary>
    public bool IsReference { get; init; }
}
