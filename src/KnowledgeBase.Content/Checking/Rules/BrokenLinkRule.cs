namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Every link leads to a page.</summary>
internal sealed class BrokenLinkRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) =>
        scope.Links.Where(l => l.Verdict.Rule == DiagnosticRule.BrokenLink).Select(l => l.Link.Report(DiagnosticRule.BrokenLink, l.Verdict.Message, l.Verdict.Mend));
}
