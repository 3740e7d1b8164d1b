using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Text → tokens, the same way for pages and for queries (Feature 20). Holds buffers: one thread at a time.</summary>
internal sealed partial class Analyzer
{
    /// <summary>First character of a term that is an error code; no word begins with it.</summary>
    public const char CodeMark = '\u0001';

    /// <summary>First character of a term that is a word as written, not its stem.</summary>
    public const char FormMark = '\u0002';

    private const string Particles = "をがはにでとのもへや";
    private const string AskingKanji = "何誰";

    private readonly NormalizedText _text = new();
    private readonly PorterStemmer _stemmer = new();
    private char[] _joined = new char[64];
    private bool _isPassage;

    /// <param name="withShort">Also read `0x7B` as a code: in titles and queries, where it is not an offset.</param>
    /// <returns>The error codes in the text.</returns>
    public IReadOnlyList<ErrorCodeMatch> Analyze<TSink>(string text, ref TSink sink, bool withShort = false) where TSink : ITokenSink, allows ref struct
    {
        var codes = ErrorCode.FindAll(text, withShort);
        Normalize(text, isPassage: false);
        foreach (var code in codes)
        {
            _text.Blank(code.Start, code.Length);
            var term = Term(code.Code);
            sink.Token(term, term, TokenKind.Code, code.Start, code.Start + code.Length);
        }
        Words(ref sink);
        return codes;
    }

    /// <summary>The words of a text alone: what stands behind `0x` is passed over, other codes are words.</summary>
    public void AnalyzeWords<TSink>(string text, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        Normalize(text, isPassage: true);
        Words(ref sink);
    }

    public static string Term(ErrorCode code) => CodeMark + code.Value.ToString("X8", System.Globalization.CultureInfo.InvariantCulture);

    private void Normalize(string text, bool isPassage)
    {
        _isPassage = isPassage;
        TextNormalizer.Normalize(text, _text);
    }

    private void Words<TSink>(ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        for (var i = 0; i < _text.Length;)
        {
            switch (_text.Class(i))
            {
                case CharClass.Lower or CharClass.Upper or CharClass.Digit: i = Word(i, ref sink); break;
                case CharClass.Hiragana or CharClass.Katakana or CharClass.Kanji: i = Japanese(i, ref sink); break;
                case CharClass.SentenceEnd: sink.SentenceEnd(_text.Start(i++)); break;
                case CharClass.Joiner when _text[i] == '.' && _text.Class(i + 1) <= CharClass.Joiner: sink.SentenceEnd(_text.Start(i++)); break;
                default: i++; break;
            }
        }
    }

    private int Japanese<TSink>(int start, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        var previous = -1;
        var i = start;
        for (; _text.Class(i) >= CharClass.Hiragana; i++)
        {
            var kind = _text.Class(i);
            if (i == start || kind != _text.Class(i - 1)) Run(i, kind, ref sink);
            if (kind == CharClass.Kanji) Send(i, i + 1, IsKanjiOfAWord(i - 1) || IsKanjiOfAWord(i + 1) ? TokenKind.Unigram : TokenKind.LoneKanji, ref sink);
            if (_text[i] == 'ー') continue; // people leave it out or put it in: pairs do without it
            if (previous >= 0) Pair(previous, i, ref sink);
            previous = i;
        }
        if (i == start + 1 && _text.Class(start) == CharClass.Katakana) Send(start, i, TokenKind.Unigram, ref sink);
        return i;
    }

    private bool IsKanjiOfAWord(int i) => _text.Class(i) == CharClass.Kanji && !AskingKanji.Contains(_text[i]);

    private void Send<TSink>(int start, int end, TokenKind kind, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        var term = _text.Chars[start..end];
        sink.Token(term, term, kind, _text.Start(start), _text.Start(end));
    }

    private void Pair<TSink>(int a, int b, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        Span<char> pair = [_text[a], _text[b]];
        var kind = (_text.Class(a), _text.Class(b)) switch
        {
            (CharClass.Katakana, CharClass.Katakana) => TokenKind.KanaPair,
            (not CharClass.Hiragana, not CharClass.Hiragana) => TokenKind.StrongPair,
            (CharClass.Kanji, CharClass.Hiragana) when !Particles.Contains(_text[b]) => TokenKind.StemPair,
            _ => TokenKind.LightPair,
        };
        sink.Token(pair, pair, kind, _text.Start(a), _text.Start(b + 1));
    }

    // A whole run of one kana script; a final long mark after three or more is dropped (サーバー, サーバ).
    private void Run<TSink>(int start, CharClass kind, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        if (kind == CharClass.Kanji) return;
        var end = start;
        while (_text.Class(end) == kind) end++;
        var last = end;
        if (last - start > 3 && _text[last - 1] == 'ー') last--;
        if (last - start < 2 || last - start > 40) return;
        Send(start, last, kind == CharClass.Katakana ? TokenKind.KanaWord : TokenKind.HiraganaRun, ref sink);
    }
}
