namespace KnowledgeBase.Content;

/// <summary>A question or an outcome; ids are unique within a guide.</summary>
public abstract record GuideNode
{
    /// <summary>Lower-case letters, digits, hyphens: part of the address and, for questions, the parameter's name.</summary>
    public required string Id { get; init; }

    /// <summary>1-based line in the file.</summary>
    public int Line { get; init; } = 1;
}
