namespace KnowledgeBase.Content;

/// <summary>State is replayed, not remembered: a walk is a fold of the answers over the tree.</summary>
public static class GuideWalk
{
    /// <summary>The answer to an outcome that did not help: the walk goes on at the outcome's `also`.</summary>
    public const string Unsolved = "no";

    /// <summary>Replays the answers from the start and stops at the first open question or the outcome. Unknown questions and
    /// invalid answers are dropped and named in the result.</summary>
    /// <param name="answers">Question id → answer, in any order; of a repeated question the last counts.</param>
    public static GuidePosition Walk(Guide guide, IEnumerable<KeyValuePair<string, string>> answers)
    {
        var (valid, dropped) = Sort(guide, answers);
        var path = new List<GuideStep>();
        var tried = new List<Outcome>();
        var seen = new HashSet<string>();
        var way = new List<string>();
        var node = guide.Nodes[guide.Start];
        // A cycle is an author's mistake that the checks report; a walk ends where it would ask again.
        while (seen.Add(node.Id) && valid.TryGetValue(node.Id, out var answer))
        {
            way.Add(node.Id);
            if (node is Question question)
            {
                path.Add(new(question, answer, question.Options.FirstOrDefault(o => o.Id == answer)));
                node = guide.Nodes[question.Follow(answer)!];
            }
            else if (node is Outcome outcome)
            {
                tried.Add(outcome);
                node = guide.Nodes[outcome.Also!];
            }
        }
        return new()
        {
            Guide = guide,
            Node = node,
            Path = path,
            Way = [.. way, node.Id],
            Tried = tried,
            Answers = new([.. guide.Order.Where(valid.ContainsKey).Select(id => KeyValuePair.Create(id, valid[id]))]),
            Left = GuideDistances.Of(guide).From(node.Id),
            Dropped = dropped,
        };
    }

    /// <summary>Where a reader goes on for whom the outcome did not help; null where the guide knows no further way. A question that
    /// was answered on the way is asked again; any other node is reached by the outcome's own answer <see cref="Unsolved"/>.</summary>
    public static GuidePosition? AfterUnsolved(GuidePosition position)
    {
        if (position.Node is not Outcome { Also: { } also } outcome || !position.Guide.Nodes.ContainsKey(also)) return null;
        var next = Walk(position.Guide, position.Path.Any(s => s.Question.Id == also)
            ? position.Answers.Items.Where(a => a.Key != also)
            : position.Answers.Items.Append(KeyValuePair.Create(outcome.Id, Unsolved)));
        return next.Node == position.Node ? null : next;
    }

    /// <summary>The answer as it stands in addresses: an option's id, or a code as `0x` and eight digits. Null where the question
    /// does not take it or it leads to no node.</summary>
    public static string? Canonical(Guide guide, Question question, string answer)
    {
        if (question.Follow(answer) is not { } to || !guide.Nodes.ContainsKey(to)) return null;
        if (question.Options.Any(o => o.Id == answer)) return answer;
        return ErrorCode.TryParse(answer, out var code) ? code.Hex : null;
    }

    private static string? Canonical(Guide guide, GuideNode? node, string answer) => node switch
    {
        Question question => Canonical(guide, question, answer),
        Outcome { Also: { } also } when answer == Unsolved && guide.Nodes.ContainsKey(also) => answer,
        _ => null,
    };

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
            if (Canonical(guide, guide.Nodes.GetValueOrDefault(key), last[key]) is { } answer) valid[key] = answer;
            else dropped.Add(key);
        return (valid, dropped);
    }
}
