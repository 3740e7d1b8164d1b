using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>Textual codes (ERR-1042) that titles and headings name, by what they look like: Cyrillic Е for E, O for 0, l for 1.
/// A look-alike is offered, never taken for the code.</summary>
internal sealed class TextCodes : ITokenSink
{
    private const string Cyrillic = "авекмнорстухгеіѕјԁԛԝӏ";
    private const string Latin = "abekmhopctyxreisjdqwl";
    private const string Others = "αβεζηικμνορτυχɑɡıо";
    private const string OthersLatin = "abezhikmvoptuxagio";

    private static readonly char[] s_digits = [.. "0123456789"];

    private readonly Dictionary<string, string> _byShape = [];
    private string _text = "";

    public TextCodes(IEnumerable<string> titles)
    {
        var (analyzer, self) = (new Analyzer(), this);
        foreach (var title in titles)
        {
            _text = title;
            analyzer.Analyze(title, ref self);
        }
    }

    /// <summary>The code as a title writes it, where the query is not it but looks like it; else null.</summary>
    public string? LookingLike(string query)
    {
        var key = TextNormalizer.Key(query);
        return key.Length is > 2 and <= 40 && _byShape.TryGetValue(Shape(key), out var written) && TextNormalizer.Key(written) != key ? written : null;
    }

    /// <summary>Codes with the same letters and one digit wrong, where the query is no code that a title names.</summary>
    public IReadOnlyList<string> Near(string query, int most)
    {
        var shape = Shape(TextNormalizer.Key(query));
        if (shape.Length is < 4 or > 20 || !shape.AsSpan().ContainsAnyInRange('0', '9') || _byShape.ContainsKey(shape)) return [];
        var letters = shape.TrimEnd(s_digits);
        return letters.Length == shape.Length
            ? []
            : [.. _byShape.Where(c => c.Key.StartsWith(letters, StringComparison.Ordinal) && NearWords.IsOneEdit(c.Key, shape)).Select(c => c.Value).Take(most)];
    }

    public void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end)
    {
        if (kind == TokenKind.Joined && term.ContainsAnyInRange('0', '9')) _byShape.TryAdd(Shape(term), _text[start..end]);
    }

    public void SentenceEnd(int position)
    {
    }

    private static string Shape(scoped ReadOnlySpan<char> key)
    {
        Span<char> shape = stackalloc char[key.Length];
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
