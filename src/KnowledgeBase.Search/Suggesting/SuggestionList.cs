using KnowledgeBase.Content;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Suggesting;

/// <summary>The suggestions that the pages of one segment give, by sorted keys. Made when first asked for.</summary>
/// <param name="firstPage">Number of the first page.</param>
/// <param name="readings">How names are read, the longer names first: they are replaced first.</param>
internal sealed class SuggestionList(IReadOnlyList<IndexedPage> pages, int firstPage, IReadOnlyList<(string Written, string Reading)> readings)
{
    private const int MostRead = 400;
    private const int AliasPenalty = 12;

    private readonly Lazy<Dictionary<Locale, SuggestionEntry[]>> _entries = new(() => Locale.All.ToDictionary(l => l, l => Sorted(pages, firstPage, readings, l)));

    public IReadOnlyList<(string Written, string Reading)> Readings => readings;

    /// <summary>Adds the entries whose key begins so.</summary>
    /// <param name="penalty">Added to their order.</param>
    public void Collect(Locale locale, string prefix, int penalty, List<SuggestionEntry> into)
    {
        if (prefix.Length == 0) return;
        var entries = _entries.Value[locale];
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

    /// <summary>Adds the entries whose key begins almost so: one letter wrong, missing, too many, or two swapped.</summary>
    public void CollectNear(Locale locale, string prefix, List<SuggestionEntry> into)
    {
        foreach (var entry in _entries.Value[locale])
            if (BeginsAlmost(entry.Key, prefix) && into.Count < MostRead) into.Add(entry);
    }

    /// <summary>How a page is suggested.</summary>
    public static Suggestion Of(SearchDocument page) =>
        new(page.Kind, page.Id, null, page.OwnCode is { } own ? own.Hex + " " + page.Title : page.Title, page.Locale);

    private static SuggestionEntry[] Sorted(IReadOnlyList<IndexedPage> pages, int firstPage, IReadOnlyList<(string Written, string Reading)> readings, Locale locale)
    {
        var entries = new List<SuggestionEntry>();
        for (var i = 0; i < pages.Count; i++)
            if (pages[i].Locale == locale) entries.AddRange(Entries(pages[i].Document, firstPage + i, readings));
        entries.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return [.. entries];
    }

    private static IEnumerable<SuggestionEntry> Entries(SearchDocument page, int number, IReadOnlyList<(string, string)> readings)
    {
        var whole = Of(page);
        if (page.OwnCode is { } code)
        {
            var hex = code.Hex.ToLowerInvariant();
            for (var i = 0; i < hex.Length - 2; i++)
                if (i != 1) yield return new(hex[i..], whole, i is 0 or 2 ? 0 : 40, number);
        }
        foreach (var (key, word) in SuggestionKeys.Of(page.Title, readings)) yield return new(key, whole, Order(page.Kind, word), number);
        foreach (var alias in page.Parts[0].Keywords.Split('\n').Where(n => n.Length > 0))
            foreach (var (key, word) in SuggestionKeys.Of(alias, readings)) yield return new(key, whole, AliasPenalty + Order(page.Kind, word), number);
        foreach (var part in page.Parts)
            if (part is { Anchor: { } anchor, Heading: { } heading } && page.OwnCode is null)
                foreach (var (key, word) in SuggestionKeys.Of(heading, readings)) yield return new(key, new(page.Kind, page.Id, anchor, heading, page.Locale), 30 + word, number);
    }

    private static bool BeginsAlmost(ReadOnlySpan<char> key, ReadOnlySpan<char> prefix)
    {
        var same = key.CommonPrefixLength(prefix);
        if (same == 0 || same == key.Length || same == prefix.Length) return false; // people rarely mistype the first letter
        var rest = key[same..];
        var wanted = prefix[same..];
        return rest[1..].StartsWith(wanted[1..]) || rest.StartsWith(wanted[1..]) || rest[1..].StartsWith(wanted)
            || (wanted.Length > 1 && rest.Length > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] && rest[2..].StartsWith(wanted[2..]));
    }

    private static int Order(HitKind kind, int word) => Math.Min(word, 9) * 2 + (kind == HitKind.Term ? 0 : kind == HitKind.Code ? 6 : 4);
}
