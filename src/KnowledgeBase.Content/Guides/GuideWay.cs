namespace KnowledgeBase.Content;

/// <summary>A shortest way from the start of a guide to one of its nodes.</summary>
public static class GuideWay
{
    /// <returns>The answers that lead there, in order; null where no answer does, or only an unlisted code.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>>? To(Guide guide, string node)
    {
        var came = new Dictionary<string, (string From, string Answer)>();
        var open = new Queue<string>([guide.Start]);
        while (open.TryDequeue(out var at) && at != node)
        {
            if (guide.Nodes[at] is not Question question) continue;
            // "I don't know" last: a way that says something is better than one that does not.
            var ways = question.Options.OrderBy(o => o.IsUnknown).Select(o => (o.Id, o.To)).Concat(question.Codes.OrderBy(c => c.Key.Value).Select(c => (c.Key.Hex, c.Value)));
            foreach (var (answer, to) in ways)
                if (to != guide.Start && guide.Nodes.ContainsKey(to) && came.TryAdd(to, (at, answer))) open.Enqueue(to);
        }
        if (node != guide.Start && !came.ContainsKey(node)) return null;
        var way = new List<KeyValuePair<string, string>>();
        for (var at = node; at != guide.Start; at = came[at].From) way.Add(KeyValuePair.Create(came[at].From, came[at].Answer));
        way.Reverse();
        return way;
    }
}
