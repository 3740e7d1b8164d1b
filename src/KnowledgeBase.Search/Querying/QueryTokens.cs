using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>Collects the tokens of a query into buffers that the next query uses again.</summary>
internal sealed class QueryTokens(Vocabulary vocabulary)
{
    private readonly List<QueryToken> _items = [];
    private char[] _raws = new char[256];
    private int _length;

    public List<QueryToken> Items => _items;

    /// <summary>The word before stemming; otherwise the term itself.</summary>
    public ReadOnlySpan<char> Raw(QueryToken token) => _raws.AsSpan(token.RawStart, token.RawLength);

    public void Clear()
    {
        _items.Clear();
        _length = 0;
    }

    private void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end)
    {
        if (_length + raw.Length > _raws.Length) Array.Resize(ref _raws, Math.Max(_raws.Length * 2, _length + raw.Length));
        raw.CopyTo(_raws.AsSpan(_length));
        _items.Add(new(_length, raw.Length, vocabulary.Find(term), kind, start, end));
        _length += raw.Length;
    }

    /// <summary>Hands everything on.</summary>
    public readonly struct Sink(QueryTokens to) : ITokenSink
    {
        public bool Wants(scoped ReadOnlySpan<char> word) => true;

        public void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end) => to.Token(term, raw, kind, start, end);

        public void SentenceEnd(int position)
        {
        }
    }
}
