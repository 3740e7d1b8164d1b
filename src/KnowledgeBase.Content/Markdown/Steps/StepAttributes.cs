using System.Globalization;
using Markdig.Helpers;

namespace KnowledgeBase.Content.Markdown.Steps;

/// <summary>`{#id admin irreversible data-loss time=5m}` at the end of a step's first line.</summary>
internal sealed record StepAttributes
{
    public static readonly StepAttributes None = new();

    public string? Id { get; init; }
    public bool NeedsAdministrator { get; init; }
    public bool Irreversible { get; init; }
    public bool RisksData { get; init; }
    public int? Minutes { get; init; }

    /// <summary>Words in the braces that mean nothing here, in order.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    public bool HasBadge => NeedsAdministrator || Irreversible || RisksData || Minutes is not null;

    /// <summary>Reads the braces at the end of a line and cuts them off it. Braces whose first word is neither an id nor a known
    /// one are text, such as a GUID.</summary>
    public static StepAttributes Cut(ref StringSlice line)
    {
        var text = line.AsSpan().TrimEnd();
        if (text.Length < 3 || text[^1] != '}') return None;
        var open = text.LastIndexOf('{');
        if (open < 0 || (open > 0 && text[open - 1] is '{' or '\\')) return None;
        var words = text[(open + 1)..^1].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || (words[0][0] != '#' && Read(None, words[0]).Unknown.Count > 0)) return None;
        line.End = line.Start + open - 1;
        line.TrimEnd();
        return words.Aggregate(None, Read);
    }

    private static StepAttributes Read(StepAttributes so, string word) => word switch
    {
        "admin" => so with { NeedsAdministrator = true },
        "irreversible" => so with { Irreversible = true },
        "data-loss" => so with { RisksData = true },
        ['#', .. var id] when so.Id is null && id.Length > 0 => so with { Id = id },
        ['t', 'i', 'm', 'e', '=', .. var digits, 'm'] when Minute(digits) is { } minutes => so with { Minutes = minutes },
        _ => so with { Unknown = [.. so.Unknown, word] },
    };

    private static int? Minute(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 1440 ? n : null;
}
