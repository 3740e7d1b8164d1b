namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 47: every question can be answered with "I don't know".</summary>
internal sealed class UnknownAnswerRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) =>
        from guide in scope.Content.Guides
        from question in guide.Questions
        where (question.Options.Count > 0 || question.Codes.Count > 0) && !question.Options.Any(o => o.IsUnknown)
        select new Diagnostic(DiagnosticRule.MissingUnknownAnswer, guide.Path, question.Line, 1,
            $"The question `{question.Id}` cannot be answered with \"I don't know\".", $"Add an answer with the id `{AnswerOption.UnknownId}`.");
}
