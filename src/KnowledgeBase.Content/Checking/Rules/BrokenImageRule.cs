namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Every picture that is shown lies in the media folder.</summary>
internal sealed class BrokenImageRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) =>
        scope.Links.Where(l => l.Verdict.Rule == DiagnosticRule.BrokenImage).Select(l => l.Link.Report(DiagnosticRule.BrokenImage, l.Verdict.Message, l.Verdict.Mend));
}
