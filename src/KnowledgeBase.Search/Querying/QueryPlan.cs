using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Querying;

/// <summary>A query as the index understands it.</summary>
internal sealed record QueryPlan
{
    /// <summary>Each term once.</summary>
    public required QueryTerm[] Terms { get; init; }

    /// <summary>How many of the terms stand in the query as words, in its order; they come first.</summary>
    public required int Words { get; init; }

    /// <summary>What it is worth that words of the query stand side by side as typed, over all of them.</summary>
    public required float NeighbourWorth { get; init; }

    /// <summary>Sum of the worth of all terms.</summary>
    public required float Worth { get; init; }

    /// <summary>Sum of the worth of the words typed, each as its stem: what a title that is the query holds.</summary>
    public required float NamedWorth { get; init; }
    public required IReadOnlyList<ErrorCodeMatch> Codes { get; init; }

    /// <summary>Codes that hold the fragment that the whole query is; empty where it is none.</summary>
    public IReadOnlyList<ErrorCode> FragmentCodes { get; init; } = [];

    /// <summary>The query is the beginning of a code, with its 0x, and nothing else.</summary>
    public required bool IsFragment { get; init; }

    /// <summary>No page holds most of its words: the few that are known answer nothing.</summary>
    public required bool IsMostlyUnknown { get; init; }

    /// <summary>Words, numbers and codes in Latin letters alone.</summary>
    public required bool IsLatin { get; init; }

    /// <summary>An error code and no words beside it.</summary>
    public required bool IsOnlyCode { get; init; }

    /// <summary>Worth of the lightest other name or completion: a page that holds as much holds one.</summary>
    public required float LightestOther { get; init; }

    /// <summary>Folded letters and digits of the query: an equal title or heading comes first.</summary>
    public required string Key { get; init; }

    /// <summary>The query with mistyped words replaced; null where every word is known.</summary>
    public string? Corrected { get; init; }

    /// <summary>What it is worth that two words stand side by side: no more than the more common of the two.</summary>
    public static float Neighbours(in QueryTerm first, in QueryTerm second) => Math.Min(first.Worth, second.Worth);
}
