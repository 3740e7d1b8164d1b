namespace KnowledgeBase.Content.Markdown.When;

/// <summary>Whom a variant concerns, in the ids of <see cref="AppliesTo"/>.</summary>
internal sealed record WhenConditions(AppliesTo AppliesTo, IReadOnlyList<string> Unknown)
{
    public bool IsEmpty => AppliesTo is { Os.Count: 0, Licence.Count: 0, Edition.Count: 0 };

    /// <summary>`key=value,value key=value`; what is no known key or value is returned in <see cref="Unknown"/> and left out.</summary>
    public static WhenConditions Read(string arguments)
    {
        var unknown = new List<string>();
        List<string> os = [], licence = [], edition = [];
        foreach (var word in arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, values) = word.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (word[..at], word[(at + 1)..]) : (word, "");
            var (list, known) = key switch
            {
                "os" => (os, AppliesTo.KnownOs),
                "licence" => (licence, AppliesTo.KnownLicences),
                "edition" => (edition, AppliesTo.KnownEditions),
                _ => (unknown, []),
            };
            if (ReferenceEquals(list, unknown)) unknown.Add(word);
            else foreach (var value in values.Split(',')) (known.Contains(value) ? list : unknown).Add(known.Contains(value) ? value : $"{key}={value}");
        }
        return new(new AppliesTo([.. os.Distinct()], [.. licence.Distinct()], [.. edition.Distinct()]), unknown);
    }
}
