namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 100: the answers of every guide test lead where it says.</summary>
internal sealed class GuideTestRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) => scope.Content.GuideTests.Select(t => Run(scope, t)).OfType<Diagnostic>();

    private static Diagnostic? Run(CheckScope scope, GuideTest test)
    {
        if (!scope.Guides.TryGetValue(test.GuideId, out var guide)) return Fail(test, $"There is no guide `{test.GuideId}`", "Name the file after a guide that exists.");
        if (!guide.Nodes.ContainsKey(test.Expect)) return Fail(test, $"`{test.Name}` expects `{test.Expect}`, which is no node", "Correct `expect`.");
        var end = GuideWalk.Walk(guide, test.Answers);
        if (end.Dropped.Count > 0) return Fail(test, $"`{test.Name}` gives answers that do not exist: {string.Join(", ", end.Dropped)}", "Correct the question's or the answer's id.");
        return end.Node.Id == test.Expect ? null : Fail(test, $"`{test.Name}` leads to `{end.Node.Id}`, not to `{test.Expect}`", "Correct the guide, or the test if the guide is right.");
    }

    private static Diagnostic Fail(GuideTest test, string message, string mend) => new(DiagnosticRule.FailedGuideTest, test.Path, test.Line, 1, message + ".", mend);
}
