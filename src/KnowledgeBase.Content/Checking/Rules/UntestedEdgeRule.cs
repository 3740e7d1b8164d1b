namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 100: the tests of a guide take every answer once.</summary>
internal sealed class UntestedEdgeRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var guide in scope.Content.Guides)
        {
            var taken = scope.Content.GuideTests.Where(t => t.GuideId == guide.Id)
                .SelectMany(t => GuideWalk.Walk(guide, t.Answers).Path)
                .Select(s => (s.Question.Id, s.Option?.Id ?? CodeEdge(s.Question, s.Answer))).ToHashSet();
            foreach (var question in guide.Questions)
                foreach (var (edge, line) in Edges(guide, question).Where(e => !taken.Contains((question.Id, e.Edge))))
                    yield return new(DiagnosticRule.UntestedEdge, guide.Path, line, 1, $"No guide test answers `{question.Id}` with `{edge}`.", $"Add a test to guides/{guide.Id}{GuideTestParser.Suffix}.");
        }
    }

    // Every listed code is an edge of its own; all others share one.
    private static string CodeEdge(Question question, string answer) =>
        ErrorCode.TryParse(answer, out var code) && question.Codes.ContainsKey(code) ? code.Hex : "other";

    private static IEnumerable<(string Edge, int Line)> Edges(Guide guide, Question question)
    {
        // An answer without a target is for another rule.
        foreach (var option in question.Options.Where(o => guide.Nodes.ContainsKey(o.To))) yield return (option.Id, option.Line);
        foreach (var code in question.Codes.Keys.Order()) yield return (code.Hex, guide.Places.At($"questions.{question.Id}.codes.{code.Hex}").Line);
        if (question.OtherCode is not null) yield return ("other", guide.Places.At($"questions.{question.Id}.other").Line);
    }
}
