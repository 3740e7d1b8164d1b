namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 48: an outcome is a real procedure.</summary>
internal sealed class OutcomeProcedureRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var guide in scope.Content.Guides)
            foreach (var outcome in guide.Outcomes.Where(o => o.Procedure.Length > 0))
            {
                var verdict = scope.Targets.Judge(LinkCollector.ToArticle(outcome.Procedure), null, null);
                if (verdict.Rule is null) continue;
                var (line, column) = guide.Places.At($"outcomes.{outcome.Id}.procedure");
                yield return new(DiagnosticRule.NoProcedure, guide.Path, line, column, $"The procedure `{outcome.Procedure}` of `{outcome.Id}` does not exist.", verdict.Mend);
            }
    }
}
