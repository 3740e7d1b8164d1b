namespace KnowledgeBase.Content;

/// <summary>Where a walk stands: a fold of the answers over the tree from its start.</summary>
public sealed record GuidePosition
{
    public required Guide Guide { get; init; }

    /// <summary>The first open question, or the outcome.</summary>
    public required GuideNode Node { get; init; }

    /// <summary>Questions on the way with the answers that were used, first to last.</summary>
    public required IReadOnlyList<GuideStep> Path { get; init; }

    /// <summary>Ids of all nodes on the way in the order in which they were passed; the last is <see cref="Node"/>.</summary>
    public required IReadOnlyList<string> Way { get; init; }

    /// <summary>Outcomes on the way that the reader said did not help.</summary>
    public IReadOnlyList<Outcome> Tried { get; init; } = [];

    /// <summary>All valid answers, also those not (yet) on the way: they survive a change of an early answer.</summary>
    public required GuideAnswers Answers { get; init; }

    /// <summary>Fewest and most questions that may still follow, this one included; both 0 at an outcome.</summary>
    public required (int Fewest, int Most) Left { get; init; }

    /// <summary>Parameters that were dropped because no such question or answer exists.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    public bool IsOutcome => Node is Outcome;
}
