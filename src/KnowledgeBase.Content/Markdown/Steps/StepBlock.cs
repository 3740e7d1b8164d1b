using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Steps;

/// <summary>One step with what its author said about it in braces.</summary>
internal sealed class StepBlock(int number, StepAttributes attributes) : ContainerBlock(null)
{
    public int Number { get; } = number;

    public StepAttributes Attributes { get; } = attributes;

    /// <summary>Anchor; empty until ids are given out.</summary>
    public string Id { get; set; } = "";
}
