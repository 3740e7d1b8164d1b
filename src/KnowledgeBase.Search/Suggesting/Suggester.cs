using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Suggesting;

/// <summary>Completes what stands in the box: sorted keys and a binary search (Features 121, 122).</summary>
internal sealed class Suggester
{
    private static readonly char[] s_latin = [.. "abcdefghijklmnopqrstuvwxyz"];

    // In fewer letters a slip leaves too little to go by.
    private const int ShortestMistyped = 4;

    private readonly IndexData _index;
    private readonly IReadOnlyList<SuggestionList> _lists;

    /// <param name="before">The suggester of the index that this one went on from: its first list is used again.</param>
    public Suggester(IndexData index, IReadOnlyList<Term> terms, Suggester? before)
    {
        _index = index;
        (string Written, string Reading)[] readings = [.. Readings.Of(terms).Where(r => r.Written != r.Reading).Distinct().OrderByDescending(r => r.Written.Length)];
        var first = before?._lists[0] is { } known && known.Readings.SequenceEqual(readings) ? known : new(index.Segments[0].Pages, 0, readings);
        _lists = index.Segments.Length == 1 ? [first] : [first, new(index.Segments[1].Pages, index.Segments[0].Pages.Count, readings)];
    }

    public IReadOnlyList<Suggestion> Suggest(string query, Locale locale, int limit)
    {
        if (query.Length > QueryPlanner.LongestQuery) query = query[..QueryPlanner.LongestQuery];
        var found = new List<SuggestionEntry>();
        foreach (var match in ErrorCode.FindAll(query)) AddCode(match.Code, locale, found);
        var key = TextNormalizer.Key(query);
        Collect(locale, key, 0, found);
        if (Romaji.ToHiragana(key, partial: true) is { Length: > 1 } kana) Collect(locale, TextNormalizer.Key(kana), 1, found);
        else if (key.TrimEnd(s_latin) is { Length: > 1 } typed && typed.Length < key.Length && typed[^1] > 127) // まざb: the input method is not done yet
            Collect(locale, typed + (Romaji.ToHiragana(key.AsSpan(typed.Length), partial: true) ?? ""), 1, found);
        if (found.Count == 0) Collect(locale.Other, key, 0, found);
        if (found.Count == 0 && key.Length >= ShortestMistyped && !key.AsSpan().ContainsAnyInRange('0', '9')) CollectNear(locale, key, found);
        return
        [
            .. found.OrderBy(e => e.Order).ThenBy(e => e.Key.Length).ThenBy(e => e.Suggestion.Text, StringComparer.Ordinal)
                .Select(e => e.Suggestion).DistinctBy(s => (s.Kind, s.Id, s.Anchor)).DistinctBy(s => s.Text).Take(Math.Clamp(limit, 0, 100)),
        ];
    }

    private void AddCode(ErrorCode code, Locale locale, List<SuggestionEntry> into)
    {
        foreach (var (part, level) in _index.Codes.Find(code))
        {
            var page = _index.Pages[_index.PageOf[part]];
            if (level == CodeLevel.Own && page.Locale == locale) into.Add(new("", SuggestionList.Of(page.Document), -1, _index.PageOf[part]));
        }
    }

    private void CollectNear(Locale locale, string key, List<SuggestionEntry> into)
    {
        foreach (var list in _lists) list.CollectNear(locale, key, into);
        into.RemoveAll(e => _index.IsOutdated.Contains(e.Page));
    }

    private void Collect(Locale locale, string prefix, int penalty, List<SuggestionEntry> into)
    {
        foreach (var list in _lists) list.Collect(locale, prefix, penalty, into);
        into.RemoveAll(e => _index.IsOutdated.Contains(e.Page));
    }
}
