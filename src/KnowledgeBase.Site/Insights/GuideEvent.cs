using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>A guided check moved. Which answers led there is not kept: only how often each node was reached.</summary>
/// <param name="Version">See <see cref="Content.Guide.Version"/>: nodes of two versions are not mixed.</param>
public sealed record GuideEvent(DateOnly Day, string Guide, string Version, string Node, GuideMove Move, Locale Locale) : SiteEvent(Day)
{
    /// <summary>What showing this position tells: the node it stands at, and the outcome that did not help on the way there.</summary>
    public static IEnumerable<GuideEvent> Of(GuidePosition position, Locale locale, DateTimeOffset now)
    {
        var (day, guide) = (DateOnly.FromDateTime(now.UtcDateTime), position.Guide);
        yield return new(day, guide.Id, guide.Version, position.Node.Id, GuideMove.Shown, locale);
        // The way on from an outcome: told by the first node after it only.
        if (position.Tried is [.., var last] && last.Also == position.Node.Id) yield return new(day, guide.Id, guide.Version, last.Id, GuideMove.Unsolved, locale);
    }
}
