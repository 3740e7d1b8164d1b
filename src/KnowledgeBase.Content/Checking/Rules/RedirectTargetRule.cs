namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 66: an old address leads to a page, over not too many hops.</summary>
internal sealed class RedirectTargetRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var redirects = scope.Content.Redirects;
        foreach (var (from, to) in redirects.Targets)
        {
            var last = redirects.Resolve(from) ?? to;
            var verdict = redirects.Targets.ContainsKey(last)
                ? new(DiagnosticRule.BrokenLink, "", "Redirects lead in a circle or over more than ten addresses; name the last one.")
                : scope.Targets.Judge(last, null, null);
            if (verdict.Rule is not null)
                yield return new(DiagnosticRule.RedirectToNowhere, "redirects.yaml", redirects.Lines.GetValueOrDefault(from, 1), 1, $"`{from}` is sent to `{last}`, where nothing is.", verdict.Mend);
        }
    }
}
