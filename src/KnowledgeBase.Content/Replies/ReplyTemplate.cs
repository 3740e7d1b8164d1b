namespace KnowledgeBase.Content;

/// <summary>A ready reply to a customer, in both languages, whose places are filled in for one outcome, article or code (Feature 61).</summary>
public sealed record ReplyTemplate
{
    /// <summary>Name of the file.</summary>
    public required string Id { get; init; }

    /// <summary>What the desk calls it.</summary>
    public required LocalizedText Title { get; init; }
    public required ReplySubject For { get; init; }

    /// <summary>Outcomes only: the kinds it answers; empty means any.</summary>
    public IReadOnlyList<OutcomeKind> Kinds { get; init; } = [];

    /// <summary>The subjects it is written for, as <see cref="NameOf(Guide, Outcome)"/> and its neighbours name them; empty means any.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Plain text; paragraphs are parted by an empty line. Places stand in braces: `{title}`.</summary>
    public required LocalizedText Body { get; init; }
    public required string Path { get; init; }
    public SourcePlaces Places { get; init; } = SourcePlaces.None;

    public static string NameOf(Guide guide, Outcome outcome) => $"{guide.Id}/{outcome.Id}";

    public static string NameOf(Article article) => article.Id.Value;

    public static string NameOf(CodeEntry entry) => entry.Code.Hex;

    /// <summary>The templates that fit, those written for this very subject first, then those for its kind.</summary>
    /// <param name="name">The subject's name.</param>
    /// <param name="kind">Of an outcome.</param>
    public static IReadOnlyList<ReplyTemplate> Fitting(IReadOnlyList<ReplyTemplate> all, ReplySubject subject, string name, OutcomeKind? kind = null) =>
        [.. all.Where(t => t.For == subject && (t.Only.Count == 0 || t.Only.Contains(name)) && (t.Kinds.Count == 0 || (kind is { } k && t.Kinds.Contains(k))))
            .OrderByDescending(t => t.Only.Count > 0).ThenByDescending(t => t.Kinds.Count > 0).ThenBy(t => t.Id, StringComparer.Ordinal)];

    /// <summary>The reply's text. A line whose places all came out empty is left out.</summary>
    /// <param name="values">By the names of <see cref="ReplyPlaces"/>.</param>
    public string Fill(Locale locale, IReadOnlyDictionary<string, string> values)
    {
        var lines = new List<string>();
        foreach (var line in Body.In(locale).Split('\n'))
        {
            var places = ReplyPlaces.In(line);
            if (places.Count > 0 && places.All(p => values.GetValueOrDefault(p, "").Length == 0)) continue;
            lines.Add(ReplyPlaces.Fill(line, values));
        }
        return string.Join('\n', lines).Trim();
    }
}
