using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Suggesting;

/// <summary>Completes what stands in the box: sorted keys and a binary search (Features 121, 122).</summary>
internal sealed class Suggester
{
    private const int MostRead = 400;
    private const int AliasPenalty = 12;

    private static readonly char[] s_latin = [.. "abcdefghijklmnopqrstuvwxyz"];

    private readonly Dictionary<Locale, SuggestionEntry[]> _entries;
    private readonly Dictionary<(ErrorCode, Locale), Suggestion> _codes = [];

    public Suggester(IReadOnlyList<IndexedPage> pages, IReadOnlyList<Term> terms)
    {
        // Longer names are replaced first.
        var readings = Readings.Of(terms).Where(r => r.Written != r.Reading).Distinct().OrderByDescending(r => r.Written.Length).ToList();
        _entries = Locale.All.ToDictionary(l => l, l => pages.Where(p => p.Locale == l).SelectMany(p => Entries(p.Document, readings)).ToArray());
        foreach (var entries in _entries.Values) Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Key, b.Key));
    }

    public IReadOnlyList<Suggestion> Suggest(string query, Locale locale, int limit)
    {
        if (query.Length > QueryPlanner.LongestQuery) query = query[..QueryPlanner.LongestQuery];
        var found = new List<SuggestionEntry>();
        foreach (var match in ErrorCode.FindAll(query))
            if (_codes.TryGetValue((match.Code, locale), out var code)) found.Add(new("", code, -1));
        var key = TextNormalizer.Key(query);
        Collect(_entries[locale], key, 0, found);
        if (Romaji.ToHiragana(key, partial: true) is { Length: > 1 } kana) Collect(_entries[locale], TextNormalizer.Key(kana), 1, found);
        else if (key.TrimEnd(s_latin) is { Length: > 1 } typed && typed.Length < key.Length && typed[^1] > 127) // まざb: the input method is not done yet
            Collect(_entries[locale], typed + (Romaji.ToHiragana(key.AsSpan(typed.Length), partial: true) ?? ""), 1, found);
        if (found.Count == 0) Collect(_entries[locale.Other], key, 0, found);
        return
        [
            .. found.OrderBy(e => e.Order).ThenBy(e => e.Key.Length).ThenBy(e => e.Suggestion.Text, StringComparer.Ordinal)
                .Select(e => e.Suggestion).DistinctBy(s => (s.Kind, s.Id, s.Anchor)).DistinctBy(s => s.Text).Take(Math.Clamp(limit, 0, 100)),
        ];
    }

    private static void Collect(SuggestionEntry[] entries, string prefix, int penalty, List<SuggestionEntry> into)
    {
        if (prefix.Length == 0) return;
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(entries[middle].Key, prefix) < 0) low = middle + 1;
            else high = middle;
        }
        for (var i = low; i < entries.Length && i < low + MostRead && entries[i].Key.StartsWith(prefix, StringComparison.Ordinal); i++)
            into.Add(entries[i] with { Order = entries[i].Order + penalty });
    }

    private IEnumerable<SuggestionEntry> Entries(SearchDocument page, List<(string, string)> readings)
    {
        var text = page.OwnCode is { } own ? own.Hex + " " + page.Title : page.Title;
        var whole = new Suggestion(page.Kind, page.Id, null, text);
        if (page.OwnCode is { } code)
        {
            _codes[(code, page.Locale)] = whole;
            var hex = code.Hex.ToLowerInvariant();
            for (var i = 0; i < hex.Length - 2; i++)
                if (i != 1) yield return new(hex[i..], whole, i is 0 or 2 ? 0 : 40);
        }
        foreach (var (key, word) in SuggestionKeys.Of(page.Title, readings)) yield return new(key, whole, Order(page.Kind, word));
        foreach (var alias in page.Parts[0].Keywords.Split('\n').Where(n => n.Length > 0))
            foreach (var (key, word) in SuggestionKeys.Of(alias, readings)) yield return new(key, whole, AliasPenalty + Order(page.Kind, word));
        foreach (var part in page.Parts)
            if (part is { Anchor: { } anchor, Heading: { } heading } && page.OwnCode is null)
                foreach (var (key, word) in SuggestionKeys.Of(heading, readings)) yield return new(key, new(page.Kind, page.Id, anchor, heading), 30 + word);
    }

    private static int Order(HitKind kind, int word) => Math.Min(word, 9) * 2 + (kind == HitKind.Term ? 0 : kind == HitKind.Code ? 6 : 4);
}
