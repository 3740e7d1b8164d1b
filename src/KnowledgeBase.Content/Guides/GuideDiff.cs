namespace KnowledgeBase.Content;

/// <summary>Feature 101: what changed between two versions of a guide, node by node.</summary>
public static class GuideDiff
{
    /// <summary>In the order of the newer file; what is gone comes last.</summary>
    public static IReadOnlyList<GuideChange> Of(Guide before, Guide after)
    {
        var changes = new List<GuideChange>();
        if (before.Start != after.Start) changes.Add(new(after.Start, "start", before.Start, after.Start));
        foreach (var id in after.Order)
            if (before.Nodes.TryGetValue(id, out var old)) changes.AddRange(Changes(old, after.Nodes[id]));
            else changes.Add(new(id, Kind(after.Nodes[id]), null, Text(after.Nodes[id])));
        changes.AddRange(before.Order.Where(id => !after.Nodes.ContainsKey(id)).Select(id => new GuideChange(id, Kind(before.Nodes[id]), Text(before.Nodes[id]), null)));
        return changes;
    }

    private static IEnumerable<GuideChange> Changes(GuideNode before, GuideNode after)
    {
        if (Kind(before) != Kind(after))
        {
            yield return new(after.Id, Kind(after), Text(before), Text(after));
            yield break;
        }

        if (Text(before) != Text(after)) yield return new(after.Id, "text", Text(before), Text(after));
        if (before is Question oldQuestion && after is Question question)
        {
            var (was, now) = (Edges(oldQuestion), Edges(question));
            foreach (var answer in now.Keys.Concat(was.Keys.Except(now.Keys)))
                if (was.GetValueOrDefault(answer) != now.GetValueOrDefault(answer)) yield return new(after.Id, "answer " + answer, was.GetValueOrDefault(answer), now.GetValueOrDefault(answer));
        }
        else if (before is Outcome oldOutcome && after is Outcome outcome)
        {
            if (oldOutcome.Procedure != outcome.Procedure) yield return new(after.Id, "procedure", oldOutcome.Procedure, outcome.Procedure);
            if (oldOutcome.Also != outcome.Also) yield return new(after.Id, "next", oldOutcome.Also, outcome.Also);
            if (oldOutcome.Kind != outcome.Kind) yield return new(after.Id, "kind", oldOutcome.Kind.ToString(), outcome.Kind.ToString());
        }
    }

    // Each code for itself: a code that moves to another node is one change.
    private static Dictionary<string, string> Edges(Question question)
    {
        var edges = question.Options.ToDictionary(o => o.Id, o => $"{o.To} ({o.Label.Ja} / {o.Label.En})");
        foreach (var (code, to) in question.Codes) edges[code.Hex] = to;
        if (question.OtherCode is { } other) edges["*"] = other;
        return edges;
    }

    private static string Kind(GuideNode node) => node is Question ? "question" : "outcome";

    private static string Text(GuideNode node) => node is Question q ? Both(q.Ask) + Both(q.Help) : Both(((Outcome)node).Title) + Both(((Outcome)node).Note);

    private static string Both(LocalizedText text) => text.IsEmpty ? "" : $"{text.Ja} / {text.En} ";
}
