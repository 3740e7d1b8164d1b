using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Editing;

/// <summary>What stands in one language of an article and not in the other (Feature 78).</summary>
/// <param name="Shared">How many headings, steps and codes stand in both, by kind (`heading`, `step`, `code`).</param>
public sealed record StructureParity(IReadOnlyDictionary<string, int> Shared, IReadOnlyList<StructureGap> Gaps)
{
    public static StructureParity Of(Article one, Article other)
    {
        var (shared, gaps) = (new Dictionary<string, int>(), new List<StructureGap>());
        Compare("heading", a => a.Skeleton.Blocks.Where(b => b.Text.StartsWith('h') && b.Text.Length > 1 && char.IsAsciiDigit(b.Text[1])));
        Compare("step", Steps);
        Compare("code", a => a.Skeleton.Codes.DistinctBy(c => c.Text));
        return new(shared, gaps);

        void Compare(string kind, Func<Article, IEnumerable<SkeletonPart>> parts)
        {
            var (here, there) = (parts(one).ToList(), parts(other).ToList());
            var lacking = here.ExceptBy(there.Select(p => p.Text), p => p.Text).Select(p => new StructureGap(kind, p.Text, one.Path, p.Line, other.Locale))
                .Concat(there.ExceptBy(here.Select(p => p.Text), p => p.Text).Select(p => new StructureGap(kind, p.Text, other.Path, p.Line, one.Locale))).ToList();
            shared[kind] = here.Select(p => p.Text).Intersect(there.Select(p => p.Text)).Count();
            gaps.AddRange(lacking);
        }
    }

    // A step's line is that of the heading above it.
    private static IEnumerable<SkeletonPart> Steps(Article article)
    {
        var headings = article.Skeleton.Blocks.Where(b => b.Text.Contains('#', StringComparison.Ordinal)).GroupBy(b => b.Text.Split('#')[1]).ToDictionary(g => g.Key, g => g.First().Line);
        return article.Sections.SelectMany(s => s.Steps.Select(step => new SkeletonPart(step.Id, headings.GetValueOrDefault(s.Id, 1))));
    }
}
