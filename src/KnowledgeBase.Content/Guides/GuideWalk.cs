namespace KnowledgeBase.Content;

/// <summary>State is replayed, not remembered: a walk is a fold of the answers over the tree.</summary>
public static class GuideWalk
{
    /// <summary>Replays the answers from the start and stops at the first open question or the outcome. Unknown questions and
    /// invalid answers are dropped and named in the result.</summary>
    /// <param name="answers">Question id → answer, in any order; of a repeated question the last counts.</param>
    public static GuidePosition Walk(Guide guide, IEnumerable<KeyValuePair<string, string>> answers)
    {
        var (valid, dropped) = Sort(guide, answers);
        var path = new List<GuideStep>();
        var seen = new HashSet<string>();
        var node = guide.Nodes[guide.Start];
        // A cycle is an author's mistake that the checks report; a walk ends where it would ask again.
        while (seen.Add(node.Id) && node is Question question && valid.TryGetValue(question.Id, out var answer))
        {
            path.Add(new(question, answer, question.Options.FirstOrDefault(o => o.Id == answer)));
            node = guide.Nodes[question.Follow(answer)!];
        }
        return new()
        {
            Guide = guide,
            Node = node,
            Path = path,
            Answers = new([.. guide.Order.Where(valid.ContainsKey).Select(id => KeyValuePair.Create(id, valid[id]))]),
            Left = GuideDistances.Of(guide).From(node.Id),
            Dropped = dropped,
        };
    }

    /// <summary>The answer as it stands in addresses: an option's id, or a code as `0x` and eight digits. Null where the question
    /// does not take it or it leads to no node.</summary>
    public static string? Canonical(Guide guide, Question question, string answer)
    {
        if (question.Follow(answer) is not { } to || !guide.Nodes.ContainsKey(to)) return null;
        if (question.Options.Any(o => o.Id == answer)) return answer;
        return ErrorCode.TryParse(answer, out var code) ? code.Hex : null;
    }

    private static (Dictionary<string, string> Valid, List<string> Dropped) Sort(Guide guide, IEnumerable<KeyValuePair<string, string>> answers)
    {
        var last = new Dictionary<string, string>();
        var order = new List<string>();
        foreach (var (key, value) in answers)
        {
            if (!last.ContainsKey(key)) order.Add(key);
            last[key] = value;
        }
        var (valid, dropped) = (new Dictionary<string, string>(), new List<string>());
        foreach (var key in order)
            if (guide.Nodes.GetValueOrDefault(key) is Question question && Canonical(guide, question, last[key]) is { } answer) valid[key] = answer;
            else dropped.Add(key);
        return (valid, dropped);
    }
}
