namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 99: every question can be answered.</summary>
internal sealed class DeadEndRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) =>
        from guide in scope.Content.Guides
        from question in guide.Questions
        where question.Options.Count == 0 && question.Codes.Count == 0 && question.OtherCode is null
        select new Diagnostic(DiagnosticRule.DeadEnd, guide.Path, question.Line, 1, $"The question `{question.Id}` has no answers.", "Add answers, or make it an outcome.");
}
