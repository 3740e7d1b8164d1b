namespace KnowledgeBase.Content;

/// <summary>One choice of a question.</summary>
/// <param name="Id">Value in the address; `unknown` is "I don't know".</param>
/// <param name="To">Id of the node it leads to.</param>
/// <param name="Note">A short hint under the label; may be empty.</param>
public sealed record AnswerOption(string Id, LocalizedText Label, string To, LocalizedText Note, int Line)
{
    public const string UnknownId = "unknown";

    /// <summary>Texts that stand in an error message or in what a command prints where this is the answer.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    public bool IsUnknown => Id == UnknownId;
}
