namespace KnowledgeBase.Content;

/// <summary>One answer of a question and where it leads. Codes that lead to the same node are one edge.</summary>
/// <param name="Answer">The option's id, or the codes with a space between them; `*` for any other code.</param>
/// <param name="Label">What the reader sees.</param>
public sealed record GuideEdge(Question From, string Answer, LocalizedText Label, string To)
{
    /// <summary>Every edge, in the order of the file.</summary>
    public static IEnumerable<GuideEdge> Of(Guide guide) => guide.Questions.SelectMany(Of);

    public static IEnumerable<GuideEdge> Of(Question question)
    {
        foreach (var group in question.Codes.OrderBy(c => c.Key.Value).GroupBy(c => c.Value, c => c.Key.Hex))
        {
            var codes = string.Join(' ', group);
            yield return new(question, codes, new(codes, codes), group.Key);
        }

        if (question.OtherCode is { } other) yield return new(question, "*", new("*", "*"), other);
        foreach (var option in question.Options) yield return new(question, option.Id, option.Label, option.To);
    }

    /// <summary>Whether an answer, as a walk writes it, takes this edge.</summary>
    public bool IsTakenBy(string answer) => answer == Answer || Answer.Split(' ').Contains(answer)
        || (Answer == "*" && ErrorCode.TryParse(answer, out var code) && !From.Codes.ContainsKey(code) && From.Options.All(o => o.Id != answer));
}
