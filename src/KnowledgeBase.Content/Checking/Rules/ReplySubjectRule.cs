namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>A reply that is written for certain outcomes, articles or codes names existing ones.</summary>
internal sealed class ReplySubjectRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var reply in scope.Content.Replies)
            foreach (var (name, at) in reply.Only.Select((n, i) => (n, i + 1)))
            {
                if (Exists(scope, reply.For, name)) continue;
                var (line, column) = reply.Places.At($"only[{at}]");
                yield return new(DiagnosticRule.ReplyForNothing, reply.Path, line, column, $"There is no {reply.For.ToString().ToLowerInvariant()} `{name}`.",
                    "Name an outcome as guide/outcome, an article by its id, a code like 0xC004F213.");
            }
    }

    private static bool Exists(CheckScope scope, ReplySubject subject, string name) => subject switch
    {
        ReplySubject.Outcome => name.Split('/') is [var guide, var node] && scope.Guides.TryGetValue(guide, out var found) && found.Nodes.GetValueOrDefault(node) is Outcome,
        ReplySubject.Article => scope.Content.Articles.Any(a => a.Id.Value == name),
        _ => ErrorCode.TryParse(name, out var code) && code.Hex == name && scope.Entries.ContainsKey(code),
    };
}
