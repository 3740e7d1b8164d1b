using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>Names of the same thing, from the glossary: both languages, synonyms and readings, in every direction.</summary>
internal sealed class Synonyms
{
    private const int LongestQuery = 300;
    private const int MostFound = 8;

    private readonly Dictionary<string, string[]> _others = [];
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    public Synonyms(IReadOnlyList<Term> terms)
    {
        foreach (var term in terms)
            Add([term.Name.Ja, term.Name.En, term.Reading, .. term.SynonymsJa, .. term.SynonymsEn]);
        foreach (var (written, reading) in Readings.Of(terms)) Add([written, reading]);
        _longest = _others.Count == 0 ? 0 : _others.Keys.Max(k => k.Length);
        _lookup = _others.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Other names for the things that the query names; the longest names first come, first served.</summary>
    /// <param name="buffer">Used and left as it comes.</param>
    public IReadOnlyList<string> Of(string query, NormalizedText buffer)
    {
        if (_longest == 0) return [];
        var text = Spaced(query.AsSpan(0, Math.Min(query.Length, LongestQuery)), buffer);
        var found = new List<string>();
        for (var i = 0; i < text.Length && found.Count < MostFound * 4;)
        {
            var length = StartsWord(text, i) ? Match(text, i) : 0;
            if (length > 0) found.AddRange(_lookup[text.AsSpan(i, length)]);
            i += Math.Max(length, 1);
        }
        return found;
    }

    private int Match(string text, int at)
    {
        for (var length = Math.Min(_longest, text.Length - at); length >= 2; length--)
            if (EndsWord(text, at + length) && _lookup.ContainsKey(text.AsSpan(at, length))) return length;
        return 0;
    }

    private void Add(IEnumerable<string?> names)
    {
        var buffer = new NormalizedText();
        var group = names.OfType<string>().Where(n => n.Length > 0).Select(n => (Name: n, Key: Spaced(n, buffer))).Where(n => n.Key.Length > 1).DistinctBy(n => n.Key).ToList();
        foreach (var (_, key) in group)
        {
            var others = group.Where(g => g.Key != key).Select(g => g.Name);
            _others[key] = _others.TryGetValue(key, out var before) ? [.. before.Union(others)] : [.. others];
        }
    }

    // Folded; Latin words one space apart, everything else joined; English plural s dropped.
    private static string Spaced(ReadOnlySpan<char> text, NormalizedText folded)
    {
        TextNormalizer.Normalize(text, folded);
        var result = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded.Class(i) > CharClass.Joiner)
            {
                var ends = folded.Class(i + 1) is not (CharClass.Lower or CharClass.Upper);
                if (folded[i] == 's' && ends && i > 2 && folded[i - 1] != 's' && folded.Class(i - 3) is CharClass.Lower or CharClass.Upper) continue;
                if (folded[i] == 'ー' && i > 2 && folded.Class(i + 1) != folded.Class(i)) continue;
                result.Append(folded[i]);
            }
            else if (result.Length > 0 && result[^1] != ' ' && char.IsAsciiLetterOrDigit(result[^1])) result.Append(' ');
        }
        return result.ToString().TrimEnd();
    }

    private static bool StartsWord(string text, int at) => at == 0 || !char.IsAsciiLetterOrDigit(text[at]) || !char.IsAsciiLetterOrDigit(text[at - 1]);

    private static bool EndsWord(string text, int end) => end == text.Length || !char.IsAsciiLetterOrDigit(text[end]) || !char.IsAsciiLetterOrDigit(text[end - 1]);
}
