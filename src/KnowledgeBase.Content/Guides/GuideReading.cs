
namespace KnowledgeBase.Content;

/// <summary>Reads a pasted text, such as an error message or what `slmgr /dlv` prints, as answers (Feature 49). Of the text only
/// answers come back: ids of options and codes.</summary>
public static class GuideReading
{
    /// <summary>What is read of a text, in UTF-16 units.</summary>
    public const int Longest = 20_000;

    /// <returns>At most one answer for each question, in the order of the guide; none of them "I don't know".</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(Guide guide, string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        var codes = ErrorCode.FindAll(text).Select(m => m.Code).Distinct().ToList();
        var plain = Plain(text);
        return [.. guide.Questions.Select(q => (q.Id, Answer: Answer(q, codes, plain))).Where(a => a.Answer is not null).Select(a => KeyValuePair.Create(a.Id, a.Answer!))];
    }

    // The longest sign tells most; of codes, one that has a way of its own.
    private static string? Answer(Question question, List<ErrorCode> codes, string plain)
    {
        var seen = question.Options.SelectMany(o => o.Signs, (o, s) => (o.Id, Sign: Plain(s))).Where(s => s.Sign.Length > 0 && plain.Contains(s.Sign, StringComparison.Ordinal));
        if (seen.OrderByDescending(s => s.Sign.Length).Select(s => s.Id).FirstOrDefault() is { } option) return option;
        if (question.Kind != QuestionKind.ErrorCode) return null;
        var known = codes.Where(question.Codes.ContainsKey).Concat(question.OtherCode is null ? [] : codes).ToList();
        return known.Count > 0 ? known[0].Hex : null;
    }

    // Width, case and spaces differ between systems and between a window and a mail. A broken character is no sign.
    private static string Plain(string text)
    {
        var whole = new string([.. text.Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsSurrogate(c) ? '?' : c)]);
        return CompatibleText.Of(whole).ToLowerInvariant();
    }
}
