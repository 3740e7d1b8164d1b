using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>Collects the tokens of a query.</summary>
internal sealed class QueryTokens(Vocabulary vocabulary) : ITokenSink
{
    public List<QueryToken> Items { get; } = [];

    public void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end) =>
        Items.Add(new(raw.ToString(), vocabulary.Find(term), kind, start, end));

    public void SentenceEnd(int position)
    {
    }
}
