using System.Globalization;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>Textual codes (ERR-1042) that titles and headings name, by what they look like: Cyrillic Е for E, O for 0, l for 1.
/// A look-alike is offered, never taken for the code.</summary>
internal sealed class TextCodes
{
    private const string Cyrillic = "авекмнорстухгеіѕјԁԛԝӏ";
    private const string Latin = "abekmhopctyxreisjdqwl";
    private const string Others = "αβεζηικμνορτυχɑɡıо";
    private const string OthersLatin = "abezhikmvoptuxagio";

    private static readonly char[] s_digits = [.. "0123456789"];

    private readonly Dictionary<string, string> _byShape = [];

    /// <param name="written">Codes as titles write them.</param>
    public TextCodes(IEnumerable<string> written)
    {
        foreach (var code in written) _byShape.TryAdd(Shape(TextNormalizer.Key(code)), code);
    }

    /// <param name="key">The query's letters and digits, folded.</param>
    /// <summary>The code as a title writes it, where the query is not it but looks like it; else null.</summary>
    public string? LookingLike(string key)
    {
        return key.Length is > 2 and <= 40 && _byShape.TryGetValue(Shape(key), out var written) && TextNormalizer.Key(written) != key ? written : null;
    }

    /// <summary>Codes with the same letters and one digit wrong, those that agree longest first, where the query is no code that a title names.</summary>
    public IReadOnlyList<string> Near(string key, int most)
    {
        if (key.Length is < 4 or > 20) return [];
        var shape = Shape(key);
        if (!shape.AsSpan().ContainsAnyInRange('0', '9') || _byShape.ContainsKey(shape)) return [];
        var letters = shape.TrimEnd(s_digits);
        return letters.Length == shape.Length
            ? []
            :
            [
                .. _byShape.Where(c => c.Key.StartsWith(letters, StringComparison.Ordinal) && NearWords.IsOneEdit(c.Key, shape))
                    .OrderByDescending(c => c.Key.Length == shape.Length).ThenByDescending(c => c.Key.AsSpan().CommonPrefixLength(shape))
                    .ThenBy(c => Math.Abs(Number(c.Key) - Number(shape))).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value).Take(most),
            ];
    }

    private static double Number(string shape) => double.TryParse(shape[shape.TrimEnd(s_digits).Length..], CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Shape(scoped ReadOnlySpan<char> key)
    {
        var shape = key.Length <= 128 ? stackalloc char[key.Length] : new char[key.Length];
        for (var i = 0; i < key.Length; i++)
        {
            var c = key[i];
            var (cyrillic, other) = (Cyrillic.IndexOf(c), Others.IndexOf(c));
            if (cyrillic >= 0) c = Latin[cyrillic];
            else if (other >= 0) c = OthersLatin[other];
            shape[i] = c switch { 'o' or '〇' or '○' => '0', 'l' or 'i' => '1', _ => c };
        }
        return shape.ToString();
    }
}
