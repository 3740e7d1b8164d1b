namespace KnowledgeBase.Site.Editing;

/// <summary>A line of a comparison.</summary>
/// <param name="OldLine">1-based; null where the line is new.</param>
/// <param name="NewLine">1-based; null where the line is gone.</param>
/// <param name="Parts">The line in pieces, word by word where a removed line has a counterpart; empty for a gap.</param>
public sealed record DiffLine(DiffKind Kind, int? OldLine, int? NewLine, IReadOnlyList<DiffPart> Parts)
{
    public string Text => string.Concat(Parts.Select(p => p.Text));
}
