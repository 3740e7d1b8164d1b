namespace KnowledgeBase.Content.Yaml;

/// <summary>A map that remembers which keys were asked for; <see cref="Done"/> reports the others.</summary>
internal sealed class YamlMap(YamlPlace place, IReadOnlyList<YamlEntry> entries) : YamlNode(place)
{
    private readonly List<string> _known = [];

    /// <summary>In the order of the file; keys are unique.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Kind => "a map";

    public override int Size { get; } = 1 + entries.Sum(e => 1 + e.Value.Size);

    /// <summary>The value, or null where the key is absent or nothing stands after its colon.</summary>
    public YamlNode? Find(string key)
    {
        if (!_known.Contains(key)) _known.Add(key);
        foreach (var entry in Entries)
            if (entry.Key.Value == key) return entry.Value is YamlText { IsBlank: true } ? null : entry.Value;
        return null;
    }

    /// <summary>As <see cref="Find"/>; an absent key is a diagnostic at the map.</summary>
    public YamlNode? Require(string key)
    {
        var value = Find(key);
        if (value is null) Missing(key);
        return value;
    }

    public string? Text(string key) => Find(key)?.Text();

    public string? RequiredText(string key) => Require(key)?.Text();

    public IReadOnlyList<string> Texts(string key) => Find(key)?.Texts() ?? [];

    public YamlMap? Map(string key) => Find(key)?.Map();

    public IReadOnlyList<YamlMap> Maps(string key) => Find(key)?.Maps() ?? [];

    public DateOnly? Date(string key) => Find(key)?.Date();

    public DateTimeOffset? Moment(string key) => Find(key)?.Moment();

    /// <summary>`true` or `false`.</summary>
    public bool Flag(string key, bool otherwise) => Find(key) is null ? otherwise : Word(key, otherwise ? ["true", "false"] : ["false", "true"]) == "true";

    public ErrorCode? Code(string key) => Find(key)?.Code();

    public IReadOnlyList<ErrorCode> Codes(string key) => Find(key)?.Codes() ?? [];

    public LocalizedText Localized(string key) => Find(key)?.Localized() ?? LocalizedText.Empty;

    public LocalizedText RequiredLocalized(string key) => Require(key)?.Localized() ?? LocalizedText.Empty;

    /// <summary>The texts under the keys `ja` and `en` of this map itself.</summary>
    public LocalizedText LocalizedHere()
    {
        var text = new LocalizedText(Text(Locale.Ja.Tag), Text(Locale.En.Tag));
        if (!text.IsComplete)
            Report(DiagnosticRule.MissingText, $"{Named} has no text in {(text.IsEmpty ? "any language" : text.Ja is null ? "Japanese" : "English")}.",
                text.IsEmpty ? "Write {ja: …, en: …}." : $"Add `{(text.Ja is null ? "ja" : "en")}: …`.");
        return text;
    }

    /// <summary>Words of a fixed list; others are a diagnostic and left out.</summary>
    public IReadOnlyList<string> Words(string key, DiagnosticRule rule, IReadOnlyList<string> words)
    {
        var found = new List<string>();
        foreach (var item in Find(key)?.Scalars() ?? [])
        {
            if (item.Text() is not { } text) continue;
            if (words.Contains(text)) found.Add(text);
            else item.Report(rule, $"`{Cut(text)}` is not known under `{key}`.", $"Use: {string.Join(", ", words)}.");
        }
        return found;
    }

    /// <summary>One of the given words, or the first of them where the key is absent or wrong.</summary>
    public string Word(string key, params IReadOnlyList<string> words)
    {
        if (Find(key) is not { } value || value.Text() is not { } text) return words[0];
        if (words.Contains(text)) return text;
        value.Report(DiagnosticRule.BadValue, $"`{key}` is `{Cut(text)}`, which is not known.", $"Write one of: {string.Join(", ", words)}.");
        return words[0];
    }

    /// <summary>An id: lower-case Latin letters, digits, hyphens. Null with a diagnostic where it is something else.</summary>
    public string? Id(string key) => Require(key) is { } value && value.Text() is { } text && ContentIds.Check(value, text) ? text : null;

    /// <summary>Reports every key that nobody asked for, with the nearest one that exists.</summary>
    public void Done()
    {
        foreach (var (key, _) in Entries.Where(e => !_known.Contains(e.Key.Value)))
            key.Report(DiagnosticRule.UnknownKey, $"The key `{key.Shown}` is not known {(Place.Name.Length == 0 ? "here" : $"in `{Place.Name}`")}.",
                EditDistance.Nearest(key.Value, _known) is { } near ? $"Did you mean `{near}`?" : $"Delete it; known keys: {string.Join(", ", _known)}.");
    }

    public void Missing(string key) => Report(DiagnosticRule.MissingKey, $"{Named} has no `{key}`.", $"Add `{key}: …`.");

    private string Named => Place.Name.Length == 0 ? "The file" : $"`{Place.Name}`";
}
