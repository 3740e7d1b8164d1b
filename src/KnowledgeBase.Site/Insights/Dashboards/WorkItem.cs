using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>A text and how much it needs an editor (Feature 91).</summary>
/// <param name="Page">As <see cref="Vote.Page"/> names it.</param>
/// <param name="Age">Days since it was last changed or verified.</param>
public sealed record WorkItem(string Page, Locale Locale, string Title, long Views, long Unhelpful, int Age)
{
    /// <summary>Its review date has passed.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Views × unhelpful × stale, each one more than counted so that a zero hides none of the others. A quarter of a year
    /// without a change doubles it, a review date that has passed doubles it again.</summary>
    public double Score => Math.Round((1 + Views) * (1 + Unhelpful) * (1 + (Age / 90.0)) * (IsOverdue ? 2 : 1), 1);
}
