using System.Globalization;

namespace KnowledgeBase.Content.Yaml;

/// <summary>A value with its place. Reading it as a kind that it is not gives null (or nothing) and a diagnostic.</summary>
internal abstract class YamlNode(YamlPlace place)
{
    public YamlPlace Place { get; } = place;

    /// <summary>1-based line of the file.</summary>
    public int Line => Place.Line;

    /// <summary>1-based column of the file.</summary>
    public int Column => Place.Column;

    /// <summary>Nodes in it, itself included; what an alias to it stands for.</summary>
    public virtual int Size => 1;

    /// <summary>`a text`, `a list` or `a map`.</summary>
    public abstract string Kind { get; }

    public void Report(DiagnosticRule rule, string message, string mend) =>
        Place.Source.Diagnostics.Add(new(rule, Place.Source.Path, Line, Column, message, mend));

    /// <summary>Places of this value and of everything in it. A value that an alias repeats keeps its first place.</summary>
    public SourcePlaces Places()
    {
        var places = new Dictionary<string, (int, int)>();
        Collect(this);
        return new(places);

        void Collect(YamlNode node)
        {
            if (!places.TryAdd(node.Place.Name, (node.Line, node.Column))) return;
            if (node is YamlList list) foreach (var value in list.Values) Collect(value);
            if (node is YamlMap map) foreach (var entry in map.Entries) Collect(entry.Value);
        }
    }

    /// <summary>The text without the spaces around it.</summary>
    public string? Text()
    {
        if (this is YamlText text) return text.IsBlank ? null : text.Value.Trim();
        return Wrong<string>("a text", $"Write one text; put it in quotes if it begins with a bracket.");
    }

    public YamlMap? Map() => this as YamlMap ?? Wrong<YamlMap>("a map of keys", "Write `key: value` lines.");

    /// <summary>The items of a list; one value stands for a list of one.</summary>
    public IReadOnlyList<YamlNode> Items() => this switch
    {
        YamlList list => list.Values,
        YamlText { IsBlank: true } => [],
        _ => [this],
    };

    /// <summary>As <see cref="Items"/>, where every item has to be a text.</summary>
    public IReadOnlyList<YamlNode> Scalars()
    {
        if (this is not YamlMap) return Items();
        Wrong<YamlList>("a list of texts", "Write [one, two].");
        return [];
    }

    public IReadOnlyList<string> Texts() => [.. Scalars().Select(i => i.Text()).OfType<string>().Where(t => t.Length > 0)];

    public IReadOnlyList<YamlMap> Maps()
    {
        if (this is YamlList list) return [.. list.Values.Select(i => i.Map()).OfType<YamlMap>()];
        if (this is not YamlText { IsBlank: true }) Wrong<YamlList>("a list", "Begin every entry with `- `.");
        return [];
    }

    /// <summary>A day written as year-month-day.</summary>
    public DateOnly? Date()
    {
        if (Text() is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Report(DiagnosticRule.BadValue, $"`{Place.Name}` is `{Cut(text)}`, which is no day.", "Write it like 2026-11-21.");
        return null;
    }

    /// <summary>A day, or a minute or second with its offset from UTC; a day begins in UTC.</summary>
    public DateTimeOffset? Moment()
    {
        if (Text() is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        Report(DiagnosticRule.BadValue, $"`{Place.Name}` is `{Cut(text)}`, which is no day and no minute.", "Write it like 2026-11-21 or 2026-11-21T09:00+09:00.");
        return null;
    }

    /// <summary>An error code in any written form.</summary>
    public ErrorCode? Code()
    {
        if (Text() is not { } text) return null;
        if (ErrorCode.TryParse(text, out var code)) return code;
        Report(DiagnosticRule.BadValue, $"`{Cut(text)}` is no error code.", "Write it like 0xC004F213.");
        return null;
    }

    public IReadOnlyList<ErrorCode> Codes() => [.. Scalars().Select(i => i.Code()).OfType<ErrorCode>().Distinct()];

    /// <summary>A map of language to text; a missing language is a diagnostic, and null in the result.</summary>
    public LocalizedText Localized()
    {
        if (this is not YamlMap map)
        {
            if (this is not YamlText { IsBlank: true }) Wrong<YamlMap>("a text in both languages", "Write {ja: …, en: …}.");
            return LocalizedText.Empty;
        }
        var text = map.LocalizedHere();
        map.Done();
        return text;
    }

    private protected T? Wrong<T>(string expected, string mend) where T : class
    {
        var name = Place.Name.Length == 0 ? "The whole text" : $"`{Cut(Place.Name)}`";
        Report(DiagnosticRule.WrongKind, $"{name} is {Kind}; {expected} is expected.", mend);
        return null;
    }

    internal static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
