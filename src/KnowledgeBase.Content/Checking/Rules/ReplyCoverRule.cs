namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Where replies are written at all, an agent finds one for every outcome, article and code.</summary>
internal sealed class ReplyCoverRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var replies = scope.Content.Replies;
        if (replies.Count == 0) yield break;
        foreach (var kind in scope.Content.Guides.SelectMany(g => g.Outcomes).Select(o => o.Kind).Distinct().Order())
            if (Fitting(ReplySubject.Outcome, kind).Count == 0) yield return Missing($"outcomes of the kind {kind.ToString().ToLowerInvariant()}");
        if (scope.Content.Articles.Count > 0 && Fitting(ReplySubject.Article).Count == 0) yield return Missing("articles");
        if (scope.Content.Codes.Count > 0 && Fitting(ReplySubject.Code).Count == 0) yield return Missing("codes");

        IReadOnlyList<ReplyTemplate> Fitting(ReplySubject subject, OutcomeKind? kind = null) => ReplyTemplate.Fitting(replies, subject, "", kind);
        Diagnostic Missing(string what) => new(DiagnosticRule.NoReply, replies[0].Path, 1, 1, $"No ready reply answers {what}.", "Copy a reply of the folder and word it for them.");
    }
}
