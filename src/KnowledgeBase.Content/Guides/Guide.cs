using System.Collections.Frozen;

namespace KnowledgeBase.Content;

/// <summary>A decision tree as data: questions and outcomes, joined by the `to` of each answer. No expressions.</summary>
public sealed record Guide
{
    public required string Id { get; init; }
    public required LocalizedText Title { get; init; }
    public required LocalizedText Summary { get; init; }
    public GoldenQueries FindableBy { get; init; } = GoldenQueries.None;

    /// <summary>Id of the first question.</summary>
    public required string Start { get; init; }
    public required FrozenDictionary<string, GuideNode> Nodes { get; init; }

    /// <summary>Node ids in the order of the file.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>First 8 hex digits of the SHA-256 of the structure (not of the texts): a shared link carries it as `v`.</summary>
    public required string Version { get; init; }
    public required string Path { get; init; }

    /// <summary>First 12 hex digits of the SHA-256 of the text, words included.</summary>
    public string Revision { get; init; } = "";

    /// <summary>Where each value stands in the file.</summary>
    public SourcePlaces Places { get; init; } = SourcePlaces.None;

    public IEnumerable<Question> Questions => Order.Select(id => Nodes[id]).OfType<Question>();

    public IEnumerable<Outcome> Outcomes => Order.Select(id => Nodes[id]).OfType<Outcome>();
}
