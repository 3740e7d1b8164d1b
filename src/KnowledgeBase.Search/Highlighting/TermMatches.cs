using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>Collects the terms of a query in a text; the text is read by the same analyser as the index.</summary>
internal sealed class TermMatches(Vocabulary vocabulary, IReadOnlyDictionary<int, int> slots) : ITokenSink
{
    private const int Most = 600;

    public List<TermMatch> Items { get; } = [];

    public void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end)
    {
        if (Items.Count < Most && kind != TokenKind.HiraganaRun && slots.TryGetValue(vocabulary.Find(term), out var slot)) Items.Add(new(start, end, slot, kind));
    }

    public void SentenceEnd(int position)
    {
    }
}
