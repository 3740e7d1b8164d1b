namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 78: headings, steps, tables and blocks follow each other in both languages alike. The first difference is
/// reported: what comes after it is shifted.</summary>
internal sealed class StructureRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) => scope.Pairs.Select(Compare).OfType<Diagnostic>();

    private static Diagnostic? Compare(ArticlePair pair)
    {
        var (source, own) = (pair.Source.Skeleton.Blocks, pair.Translation.Skeleton.Blocks);
        for (var i = 0; i < Math.Max(source.Count, own.Count); i++)
        {
            var (there, here) = (i < source.Count ? Kind(source[i]) : null, i < own.Count ? Kind(own[i]) : null);
            if (there == here) continue;
            var line = i < own.Count ? own[i].Line : own.Count > 0 ? own[^1].Line : 1;
            var thereLine = i < source.Count ? $" (line {source[i].Line})" : "";
            return new(DiagnosticRule.StructureDiffers, pair.Translation.Path, line, 1,
                $"Here stands {Name(here)}; {pair.Source.Path}{thereLine} has {Name(there)}.", "Give both languages the same headings, steps and blocks in the same order.");
        }
        return null;
    }

    // Ids are compared by the rule on anchors.
    private static string Kind(SkeletonPart part) => part.Text.Split('#')[0];

    private static string Name(string? kind) => kind is null ? "nothing more" : $"`{kind}`";
}
