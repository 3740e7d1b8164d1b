using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Steps;

/// <summary>An ordered list inside a steps block; every child is a <see cref="StepBlock"/>.</summary>
internal sealed class StepListBlock(int start) : ContainerBlock(null)
{
    /// <summary>Number of the first step.</summary>
    public int Start { get; } = start;
}
