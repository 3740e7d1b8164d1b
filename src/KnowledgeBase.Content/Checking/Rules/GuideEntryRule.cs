namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 18: a code's page enters a guide that exists, with answers that it knows and that lead on.</summary>
internal sealed class GuideEntryRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var code in scope.Content.Codes)
        {
            if (code.Guide is not { } entry || Wrong(scope, entry) is not { } wrong) continue;
            var (line, column) = code.Places.At(wrong.Name);
            yield return new(DiagnosticRule.BadGuideEntry, code.Path, line, column, wrong.Message, wrong.Mend);
        }
    }

    private static (string Name, string Message, string Mend)? Wrong(CheckScope scope, CodeGuideEntry entry)
    {
        if (!scope.Guides.TryGetValue(entry.GuideId, out var guide)) return ("guide.id", $"There is no guide `{entry.GuideId}`.", "Name a guide that exists.");
        foreach (var (question, answer) in entry.Answers)
        {
            if (guide.Nodes.GetValueOrDefault(question) is not Question asked) return ($"guide.answers.{question}", $"The guide `{guide.Id}` has no question `{question}`.", $"Questions are {string.Join(", ", guide.Questions.Select(q => q.Id))}.");
            if (GuideWalk.Canonical(guide, asked, answer) is null) return ($"guide.answers.{question}", $"`{answer}` is no answer of `{question}`.", $"Answers are {string.Join(", ", asked.Options.Select(o => o.Id))}{(asked.Kind == QuestionKind.ErrorCode ? " and any code" : "")}.");
        }
        return null;
    }
}
