using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content;

/// <summary>Takes out of a parsed article what its author worded: no code, no address, and nothing in bold, which is how the names
/// of buttons are written.</summary>
internal static class ProseReader
{
    public static IReadOnlyList<ProsePart> Read(IEnumerable<Inline> inlines, ArticleFindings findings) =>
        [.. from literal in inlines.OfType<LiteralInline>()
            where !literal.Content.IsEmptyOrWhitespace() && !IsLabel(literal)
            select new ProsePart(literal.Content.ToString(), findings.FileLine(literal.Line), literal.Column + 1)];

    private static bool IsLabel(LiteralInline literal)
    {
        for (var parent = literal.Parent; parent is not null; parent = parent.Parent)
            if (parent is EmphasisInline { DelimiterCount: 2 }) return true;
        return false;
    }
}
