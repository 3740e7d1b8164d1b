using System.Runtime.InteropServices;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Reads documents into one stream of term numbers, then turns the stream into a segment. Used once.</summary>
/// <param name="before">The segment whose numbers are gone on with, or null for the first.</param>
internal sealed class SegmentWriter(Segment? before)
{
    private readonly Analyzer _analyzer = new();
    private readonly TermCollector _terms = new();
    private readonly TermCollector _words = new();
    private readonly List<(int Term, bool IsKana)> _wordTerms = [];
    private readonly List<int> _stream = [];
    private readonly List<int> _starts = [0];
    private readonly List<ulong> _codes = [];
    private readonly List<IndexedPage> _pages = [];
    private readonly HashSet<(string, int)> _textCodes = [];
    private readonly int _firstTerm = before?.Terms.Count ?? 0;
    private readonly int _firstPart = before is null ? 0 : before.FirstPart + before.Parts;
    private string _field = "";
    private bool _inText;

    public Segment Write(IEnumerable<SearchDocument> documents)
    {
        foreach (var document in documents) Add(document);
        return Finish();
    }

    private void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end)
    {
        if (kind == TokenKind.HiraganaRun) return;
        var number = Number(term);
        _stream.Add(kind is TokenKind.Unigram or TokenKind.LightPair or TokenKind.WordForm ? number | TermCounter.Light : number);
        if (kind is not (TokenKind.Word or TokenKind.KanaWord or TokenKind.Joined)) return;
        if (_words.FindOrAdd(raw) == _wordTerms.Count) _wordTerms.Add((number, kind == TokenKind.KanaWord));
        if (!_inText && kind == TokenKind.Joined && term.ContainsAnyInRange('0', '9')) _textCodes.Add((_field[start..end], _firstPart + _starts.Count - 1));
    }

    private void SentenceEnd()
    {
        if (_inText && _stream[^1] != ForwardIndex.SentenceEnd) _stream.Add(ForwardIndex.SentenceEnd);
    }

    private int Number(ReadOnlySpan<char> term)
    {
        if (before?.Terms.Find(term) is >= 0 and var known) return known;
        return _firstTerm + _terms.FindOrAdd(term);
    }

    private void Add(SearchDocument document)
    {
        _pages.Add(new(document, _firstPart + _starts.Count - 1));
        for (var i = 0; i < document.Parts.Count; i++)
        {
            var (part, number) = (document.Parts[i], _firstPart + _starts.Count - 1);
            Field(document.Title, number, i == 0 ? CodeLevel.Title : CodeLevel.Mentions);
            Field(part.Heading, number, CodeLevel.Heading);
            Field(part.Keywords, number, CodeLevel.Mentions);
            _inText = true;
            Field(part.Text, number, CodeLevel.Mentions);
            _inText = false;
            if (i == 0)
            {
                foreach (var code in document.Codes) _codes.Add(CodeField.Pack(code, number, CodeLevel.Title));
                if (document.OwnCode is { } own) _codes.Add(CodeField.Pack(own, number, CodeLevel.Own));
            }
            _starts.Add(_stream.Count);
        }
    }

    private void Field(string? text, int part, CodeLevel level)
    {
        if (!string.IsNullOrEmpty(text))
        {
            var sink = new Sink(this);
            _field = text;
            foreach (var match in _analyzer.Analyze(text, ref sink, withShort: !_inText)) _codes.Add(CodeField.Pack(match.Code, part, level));
        }
        _stream.Add(ForwardIndex.SentenceEnd);
    }

    private Segment Finish()
    {
        var terms = Renumber();
        var counter = new TermCounter(_firstTerm + terms.Count, _firstPart);
        counter.Count(CollectionsMarshal.AsSpan(_stream), CollectionsMarshal.AsSpan(_starts));
        return new()
        {
            Pages = _pages,
            FirstPart = _firstPart,
            Lengths = counter.Lengths,
            TitleLengths = counter.TitleLengths,
            Terms = terms,
            Words = Words(),
            Counted = Task.FromResult((WriteForward(), counter.Pack())),
            Codes = [.. _codes.Distinct().Order()],
            Names = new(_pages),
            TextCodes = [.. _textCodes],
        };
    }

    // From the order in which the terms were met to the table's own, by how often the forward index names them; those of the segment before keep their numbers.
    private TermTable Renumber()
    {
        var counts = new int[_terms.Count];
        foreach (var item in _stream)
            if (item >= _firstTerm && (item & TermCounter.Light) == 0) counts[item - _firstTerm]++;
        var (order, hashed) = _terms.ByFrequency(counts);
        var renamed = new int[order.Length];
        for (var i = 0; i < order.Length; i++) renamed[order[i]] = i + _firstTerm;
        foreach (ref var item in CollectionsMarshal.AsSpan(_stream))
            if (item >= 0) item = Renamed(item & ~TermCounter.Light) | (item & TermCounter.Light);
        foreach (ref var word in CollectionsMarshal.AsSpan(_wordTerms)) word.Term = Renamed(word.Term);
        return _terms.ToTable(order, hashed);

        int Renamed(int term) => term < _firstTerm ? term : renamed[term - _firstTerm];
    }

    private WordList Words()
    {
        var order = _words.ByName();
        return new(_words.ToTable(order, 0), [.. order.Select(o => _wordTerms[o].Term)], [.. order.Select(o => _wordTerms[o].IsKana)]);
    }

    private ForwardIndex WriteForward()
    {
        var bytes = new ByteList(_stream.Count * 2);
        var offsets = new int[_starts.Count];
        for (var part = 0; part + 1 < _starts.Count; part++)
        {
            for (var i = _starts[part]; i < _starts[part + 1]; i++)
                if (_stream[i] < 0 || (_stream[i] & TermCounter.Light) == 0) ForwardIndex.Write(bytes, _stream[i]);
            offsets[part + 1] = bytes.Count;
        }
        return new(_firstPart, bytes.ToArray(), new(offsets));
    }

    /// <summary>Hands everything on.</summary>
    private readonly struct Sink(SegmentWriter to) : ITokenSink
    {
        public bool Wants(scoped ReadOnlySpan<char> word) => true;

        public void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end) => to.Token(term, raw, kind, start, end);

        public void SentenceEnd(int position) => to.SentenceEnd();
    }
}
