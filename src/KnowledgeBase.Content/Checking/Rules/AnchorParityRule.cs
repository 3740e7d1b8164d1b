namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 80: a link to a section or step holds in both languages.</summary>
internal sealed class AnchorParityRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var (source, translation) in scope.Pairs)
        {
            var missing = source.Skeleton.Anchors.Except(translation.Skeleton.Anchors).Order(StringComparer.Ordinal).ToList();
            var extra = translation.Skeleton.Anchors.Except(source.Skeleton.Anchors).Order(StringComparer.Ordinal).ToList();
            if (missing.Count == 0 && extra.Count == 0) continue;
            var line = translation.Skeleton.Blocks.FirstOrDefault(b => extra.Contains(b.Text[(b.Text.IndexOf('#', StringComparison.Ordinal) + 1)..])).Line;
            yield return new(DiagnosticRule.AnchorsDiffer, translation.Path, Math.Max(1, line), 1,
                $"Anchors differ from {source.Path}: {Say("missing", missing)}{(missing.Count > 0 && extra.Count > 0 ? ", " : "")}{Say("only here", extra)}.",
                "Write the same {#id} behind the same heading or step in both languages.");
        }
    }

    private static string Say(string what, List<string> ids) => ids.Count == 0 ? "" : $"{what} {string.Join(", ", ids.Take(5).Select(i => $"`{i}`"))}{(ids.Count > 5 ? " …" : "")}";
}
