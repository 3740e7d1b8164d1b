using KnowledgeBase.Content.Markdown.Steps;
using KnowledgeBase.Content.Markdown.When;
using Markdig.Syntax;

namespace KnowledgeBase.Content;

/// <summary>How long an article takes: the steps one reader goes through. Of neighbouring variants only the longest counts.</summary>
internal static class StepTime
{
    /// <summary>Minutes, or null where no step says a time.</summary>
    public static int? Of(ContainerBlock container)
    {
        int? total = container is StepBlock step ? step.Attributes.Minutes : null;
        int? variant = null;
        foreach (var child in container)
        {
            if (child is WhenBlock { FollowsVariant: true } other) variant = Longer(variant, Of(other));
            else
            {
                total = Sum(total, variant);
                variant = child is WhenBlock when ? Of(when) : null;
                if (child is not WhenBlock && child is ContainerBlock inner) total = Sum(total, Of(inner));
            }
        }
        return Sum(total, variant);
    }

    private static int? Sum(int? a, int? b) => a is null ? b : b is null ? a : a + b;

    private static int? Longer(int? a, int? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
