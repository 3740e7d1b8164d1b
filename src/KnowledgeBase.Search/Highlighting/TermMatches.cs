using System.Runtime.CompilerServices;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>Collects the terms of a query in a text; the text is read by the same analyser as the index.</summary>
internal sealed class TermMatches(Vocabulary vocabulary, IReadOnlyDictionary<int, int> slots)
{
    private const int Most = 600;

    // One bit for each pair of first and last character that a term of the query has: nearly every other word of a text is told
    // apart by it, without being looked up.
    private readonly ulong[] _ends = new ulong[64];

    // For each of 64 first characters one bit for each of 64 second ones.
    private readonly ulong[] _beginnings = new ulong[64];

    public List<TermMatch> Items { get; } = [];

    /// <summary>To be called when the slots have changed.</summary>
    public void Start()
    {
        Array.Clear(_ends);
        Array.Clear(_beginnings);
        foreach (var term in slots.Keys)
        {
            var name = vocabulary.Name(term);
            _beginnings[name[0] & 63] |= 1UL << Second(name);
            var bit = Ends(name);
            _ends[bit >> 6] |= 1UL << bit;
        }
    }

    private bool Wants(scoped ReadOnlySpan<char> word) => (_beginnings[word[0] & 63] >> Second(word) & 1) != 0;

    private void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end)
    {
        if (Items.Count < Most && kind is not (TokenKind.HiraganaRun or TokenKind.WordForm) && IsPossible(term) && slots.TryGetValue(vocabulary.Find(term), out var slot)) Items.Add(new(start, end, slot, kind));
    }

    private static int Second(ReadOnlySpan<char> word) => word.Length > 1 ? word[1] & 63 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsPossible(ReadOnlySpan<char> term) => Ends(term) is var bit && (_ends[bit >> 6] >> bit & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Ends(ReadOnlySpan<char> term) => term.Length == 0 ? 0 : (int)((uint)(term[0] * 0x9E37 + term[^1]) * 0x9E3779B1u >> 20);

    /// <summary>Hands everything on.</summary>
    public readonly struct Sink(TermMatches to) : ITokenSink
    {
        public bool Wants(scoped ReadOnlySpan<char> word) => to.Wants(word);

        public void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end) => to.Token(term, raw, kind, start, end);

        public void SentenceEnd(int position)
        {
        }
    }
}
