namespace KnowledgeBase.Content;

/// <summary>Answers by question id, in the order of the guide; only known questions and valid options.</summary>
public sealed record GuideAnswers(IReadOnlyList<KeyValuePair<string, string>> Items)
{
    public static readonly GuideAnswers None = new([]);

    public string? this[string question] => Items.FirstOrDefault(i => i.Key == question).Value;
}
