using System.Runtime.InteropServices;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Reads documents into one stream of term numbers, then turns the stream into postings. Used once.</summary>
internal sealed class IndexWriter : ITokenSink
{
    private const int TitleWeight = 4;
    private const int HeadingWeight = 3;
    private const int KeywordWeight = 3;
    private const int BodyWeight = 2;
    private static readonly int[] s_weights = [TitleWeight, HeadingWeight, KeywordWeight, BodyWeight];

    private readonly Analyzer _analyzer = new();
    private readonly Dictionary<string, int> _terms = [];
    private readonly Dictionary<string, (int Term, TokenKind Kind)> _words = [];
    private readonly List<int> _stream = [];
    private readonly List<int> _starts = [0];
    private readonly List<(ErrorCode, int, CodeLevel)> _codes = [];
    private readonly List<IndexedPage> _pages = [];
    private readonly List<int> _pageOf = [];
    private bool _inText;

    public IndexData Write(IReadOnlyList<SearchDocument> documents, CodeRegistry registry)
    {
        var twins = documents.Select((d, i) => (d, i)).ToLookup(x => (x.d.Kind, x.d.Id), x => x.i);
        foreach (var (document, page) in documents.Select((d, i) => (d, i)))
            Add(document, twins[(document.Kind, document.Id)].Where(t => t != page && documents[t].Locale != document.Locale).DefaultIfEmpty(-1).First());
        return Finish(registry);
    }

    public void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end)
    {
        if (kind == TokenKind.HiraganaRun) return;
        _stream.Add(Number(term));
        if (kind is not (TokenKind.Word or TokenKind.KanaWord or TokenKind.Joined)) return;
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words.GetAlternateLookup<ReadOnlySpan<char>>(), raw, out var known);
        if (!known) word = (_stream[^1], kind);
    }

    public void SentenceEnd(int position)
    {
        if (_inText && _stream[^1] != ForwardIndex.SentenceEnd) _stream.Add(ForwardIndex.SentenceEnd);
    }

    private int Number(ReadOnlySpan<char> term)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms.GetAlternateLookup<ReadOnlySpan<char>>(), term, out var known);
        if (!known) id = _terms.Count - 1;
        return id;
    }

    private void Add(SearchDocument document, int twin)
    {
        _pages.Add(new(document, _pageOf.Count, twin));
        foreach (var (part, i) in document.Parts.Select((p, i) => (p, i)))
        {
            var number = _pageOf.Count;
            _pageOf.Add(_pages.Count - 1);
            Field(document.Title, number, i == 0 ? CodeLevel.Title : CodeLevel.Mentions);
            Field(part.Heading, number, CodeLevel.Heading);
            Field(part.Keywords, number, CodeLevel.Mentions);
            _inText = true;
            Field(part.Text, number, CodeLevel.Mentions);
            _inText = false;
            if (i == 0)
            {
                foreach (var code in document.Codes) _codes.Add((code, number, CodeLevel.Title));
                if (document.OwnCode is { } own) _codes.Add((own, number, CodeLevel.Own));
            }
            _starts.Add(_stream.Count);
        }
    }

    private void Field(string? text, int part, CodeLevel level)
    {
        if (!string.IsNullOrEmpty(text))
        {
            var self = this;
            foreach (var match in _analyzer.Analyze(text, ref self, withShort: !_inText)) _codes.Add((match.Code, part, level));
        }
        _stream.Add(ForwardIndex.SentenceEnd);
    }

    private IndexData Finish(CodeRegistry registry)
    {
        Renumber();
        var counter = new TermCounter(_terms.Count, s_weights);
        var (postings, norms, titleNorms) = counter.Count(CollectionsMarshal.AsSpan(_stream), CollectionsMarshal.AsSpan(_starts));
        return new()
        {
            Pages = _pages,
            PageOf = [.. _pageOf],
            Norms = norms,
            TitleNorms = titleNorms,
            Weights = [.. _pageOf.Select(p => _pages[p].Document.Weight)],
            Vocabulary = new(_terms, Words()),
            Postings = postings,
            Forward = WriteForward(),
            Codes = new(_codes, registry),
            Titles = _pages.ToLookup(p => TextNormalizer.Key(p.Document.Title), p => p.FirstPart),
            Aliases = _pages.SelectMany(p => p.Document.Parts.SelectMany((part, i) => part.Keywords.Split('\n').Select(line => (line, Part: p.FirstPart + i))))
                .Where(a => a.line.Length > 1).ToLookup(a => TextNormalizer.Key(a.line), a => a.Part),
            Headings = _pages.SelectMany(p => p.Document.Parts.Select((part, i) => (part.Heading, Part: p.FirstPart + i)))
                .Where(h => h.Heading is not null).ToLookup(h => TextNormalizer.Key(h.Heading!), h => h.Part),
        };
    }

    // Frequent terms get small numbers.
    private void Renumber()
    {
        var counts = new int[_terms.Count];
        foreach (var term in _stream)
            if (term >= 0) counts[term]++;
        var order = Enumerable.Range(0, counts.Length).ToArray();
        Array.Sort(order, (a, b) => counts[b] != counts[a] ? counts[b].CompareTo(counts[a]) : a.CompareTo(b));
        var renamed = new int[order.Length];
        for (var i = 0; i < order.Length; i++) renamed[order[i]] = i;
        foreach (ref var term in CollectionsMarshal.AsSpan(_stream))
            if (term >= 0) term = renamed[term];
        foreach (var name in _terms.Keys) CollectionsMarshal.GetValueRefOrNullRef(_terms, name) = renamed[_terms[name]];
        foreach (var word in _words.Keys) CollectionsMarshal.GetValueRefOrNullRef(_words, word).Term = renamed[_words[word].Term];
    }

    private WrittenWord[] Words()
    {
        var words = _words.Select(w => new WrittenWord(w.Key, w.Value.Term, w.Value.Kind, WrittenWord.LettersOf(w.Key))).ToArray();
        Array.Sort(words, (a, b) => string.CompareOrdinal(a.Text, b.Text));
        return words;
    }

    private ForwardIndex WriteForward()
    {
        var bytes = new List<byte>(_stream.Count * 2);
        var offsets = new int[_starts.Count];
        for (var part = 0; part + 1 < _starts.Count; part++)
        {
            for (var i = _starts[part]; i < _starts[part + 1]; i++) ForwardIndex.Write(bytes, _stream[i]);
            offsets[part + 1] = bytes.Count;
        }
        return new([.. bytes], offsets);
    }
}
