namespace KnowledgeBase.Content;

/// <summary>Something to ask. The answer's id is the parameter's value in the address.</summary>
public sealed record Question : GuideNode
{
    public required LocalizedText Ask { get; init; }

    /// <summary>How to find the answer out.</summary>
    public LocalizedText Help { get; init; } = LocalizedText.Empty;

    /// <summary>Article (`id#section`) that shows in full how to find out; or null.</summary>
    public string? HelpArticle { get; init; }
    public QuestionKind Kind { get; init; }

    /// <summary>The choices in order; in an error-code question those beside the code (no code shown, I don't know).</summary>
    public required IReadOnlyList<AnswerOption> Options { get; init; }

    /// <summary>Error-code questions: which known code leads to which node.</summary>
    public IReadOnlyDictionary<ErrorCode, string> Codes { get; init; } = new Dictionary<ErrorCode, string>();

    /// <summary>Error-code questions: where any code not in <see cref="Codes"/> leads.</summary>
    public string? OtherCode { get; init; }

    /// <summary>Every node that an answer can lead to, in order, each once.</summary>
    public IEnumerable<string> Targets =>
        Codes.OrderBy(c => c.Key.Value).Select(c => c.Value)
            .Concat(OtherCode is null ? [] : [OtherCode])
            .Concat(Options.Select(o => o.To)).Distinct();

    /// <summary>The node that this answer leads to, or null when the answer is not one of this question's. An error-code
    /// question takes any written form of a code.</summary>
    public string? Follow(string answer)
    {
        foreach (var option in Options)
            if (option.Id == answer) return option.To;
        if (Kind != QuestionKind.ErrorCode || !ErrorCode.TryParse(answer, out var code)) return null;
        return Codes.GetValueOrDefault(code) ?? OtherCode;
    }
}
