using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 99: every answer, and every next branch of an outcome, leads to a node of the guide.</summary>
internal sealed class OptionTargetRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) =>
        from guide in scope.Content.Guides
        from edge in Edges(guide)
        where !guide.Nodes.ContainsKey(edge.To)
        select new Diagnostic(DiagnosticRule.OptionWithoutTarget, guide.Path, edge.Line, 1,
            edge.To.Length == 0 ? $"{edge.What} leads nowhere." : $"{edge.What} leads to `{edge.To}`, which does not exist.",
            EditDistance.Nearest(edge.To, guide.Order) is { } near ? $"Did you mean `{near}`?" : "Write `to:` with the id of a question or an outcome.");

    private static IEnumerable<(string What, string To, int Line)> Edges(Guide guide)
    {
        foreach (var question in guide.Questions)
        {
            foreach (var option in question.Options) yield return ($"The answer `{option.Id}` of `{question.Id}`", option.To, option.Line);
            foreach (var (code, to) in question.Codes) yield return ($"The code {code.Hex} of `{question.Id}`", to, guide.Places.At($"questions.{question.Id}.codes.{code.Hex}").Line);
            if (question.OtherCode is { } other) yield return ($"`other` of `{question.Id}`", other, guide.Places.At($"questions.{question.Id}.other").Line);
        }
        foreach (var outcome in guide.Outcomes)
            if (outcome.Also is { } also) yield return ($"`also` of `{outcome.Id}`", also, guide.Places.At($"outcomes.{outcome.Id}.also").Line);
    }
}
