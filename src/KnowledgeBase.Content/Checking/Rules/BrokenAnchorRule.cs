namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Every anchor that is linked exists, in the language of the link.</summary>
internal sealed class BrokenAnchorRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) =>
        scope.Links.Where(l => l.Verdict.Rule == DiagnosticRule.BrokenAnchor).Select(l => l.Link.Report(DiagnosticRule.BrokenAnchor, l.Verdict.Message, l.Verdict.Mend));
}
