namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 99: answers lead to every question and outcome, the next branch of an outcome counted.</summary>
internal sealed class UnreachableNodeRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var guide in scope.Content.Guides)
        {
            var reached = new HashSet<string> { guide.Start };
            var open = new Queue<string>(reached);
            while (open.TryDequeue(out var id))
                foreach (var next in Next(guide.Nodes[id]).Where(n => guide.Nodes.ContainsKey(n) && reached.Add(n))) open.Enqueue(next);
            foreach (var id in guide.Order.Where(id => !reached.Contains(id)))
                yield return new(DiagnosticRule.UnreachableNode, guide.Path, guide.Nodes[id].Line, 1, $"No answer leads to `{id}`.", "Let an answer lead there (`to:`), or delete it.");
        }
    }

    private static IEnumerable<string> Next(GuideNode node) => node switch
    {
        Question question => question.Targets,
        Outcome { Also: { } also } => [also],
        _ => [],
    };
}
