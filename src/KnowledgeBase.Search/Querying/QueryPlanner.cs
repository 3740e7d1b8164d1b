using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>Query text → terms with weights. Holds buffers: one thread at a time.</summary>
internal sealed class QueryPlanner(IndexData index, Synonyms synonyms)
{
    public const int LongestQuery = 2000;
    private const int ShortestRomaji = 4;
    private const int MostUnknown = 6;
    private const int MostCompletions = 10;

    // Where more of the query than this is unknown to every page, the rest answers nothing.
    private const float UnknownShare = 0.6f;
    private const string Particles = "をがはにでとのもへ";

    private readonly Analyzer _analyzer = new();
    private readonly NormalizedText _folded = new();
    private readonly QueryTokens _tokens = new(index.Vocabulary);
    private readonly QueryTokens _otherTokens = new(index.Vocabulary);
    private readonly PlannedTerms _terms = new(index);
    private float _lightestOther;
    private float _unknown;

    // Where the last known word of katakana ends.
    private int _knownKana;

    // Where the query no longer says what it is about.
    private int _requestStart;

    public QueryPlan Plan(string query)
    {
        if (query.Length > LongestQuery) query = query[..LongestQuery];
        query = LongVowels.Read(query, index.Vocabulary);
        _terms.Clear();
        _lightestOther = float.MaxValue;
        _unknown = 0;
        _knownKana = 0;
        _requestStart = Asking.RequestStart(query);
        var codes = Read(query, _tokens);
        var isFragment = codes.Count == 0 && CodeFragments.IsWhole(query, _folded);
        if (isFragment) _tokens.Clear();
        foreach (var token in _tokens.Items) AddToken(token);
        var words = _terms.Count;
        AddForms();
        var forms = _terms.Count - words;
        var corrected = AddUnknown(query);
        AddCompletions(query);
        foreach (var name in synonyms.Of(query, _folded)) AddOther(name, TermWeights.Synonym);
        var isLatin = !_tokens.Items.Exists(t => t.Kind is not (TokenKind.Word or TokenKind.WordForm or TokenKind.Number or TokenKind.Joined or TokenKind.Code));
        var terms = _terms.Finish(Ranking.Bm25.TitleShare(isLatin));
        return new()
        {
            Terms = terms,
            Words = words,
            NeighbourWorth = NeighbourWorth(terms.AsSpan(0, Math.Min(words, terms.Length))),
            Worth = Sum(terms),
            NamedWorth = Named(terms, words, forms),
            Codes = codes,
            FragmentCodes = codes.Count > 0 && codes[0].Length >= 10 ? [] : CodeFragments.Find(query, index.Codes, _folded),
            IsFragment = isFragment,
            IsMostlyUnknown = _unknown > UnknownShare * TokenWeight(),
            IsLatin = isLatin,
            IsOnlyCode = codes.Count == 1 && query.AsSpan().Trim().Length - codes[0].Length < 4,
            LightestOther = _lightestOther,
            Key = TextNormalizer.Key(query, _folded),
            Corrected = corrected,
        };
    }

    private IReadOnlyList<ErrorCodeMatch> Read(string text, QueryTokens tokens)
    {
        tokens.Clear();
        var sink = new QueryTokens.Sink(tokens);
        return _analyzer.Analyze(text, ref sink, withShort: true);
    }

    private static float Sum(QueryTerm[] terms)
    {
        var sum = 0f;
        foreach (var term in terms) sum += term.Worth;
        return sum;
    }

    private static float Named(QueryTerm[] terms, int words, int forms)
    {
        var sum = 0f;
        for (var i = 0; i < terms.Length; i++)
            if (terms[i].IsTyped && (i < words || i >= words + forms)) sum += terms[i].Worth;
        return sum;
    }

    private static float NeighbourWorth(ReadOnlySpan<QueryTerm> words)
    {
        var sum = 0f;
        for (var i = 1; i < words.Length; i++) sum += QueryPlan.Neighbours(words[i - 1], words[i]);
        return sum;
    }

    private float TokenWeight()
    {
        var sum = 0f;
        foreach (var token in _tokens.Items)
            if (token.Kind is not (TokenKind.HiraganaRun or TokenKind.WordForm)) sum += TermWeights.Of(token.Kind);
        return sum;
    }

    private void AddToken(QueryToken token)
    {
        if (token.Kind == TokenKind.HiraganaRun) AddHiragana(_tokens.Raw(token));
        else if (token.Kind != TokenKind.WordForm && token.Term >= 0)
            _terms.Add(token.Term, token.Start < _requestStart ? Weight(token, _tokens) : TermWeights.Of(token.Kind) * TermWeights.Asking);
    }

    private float Weight(QueryToken token, QueryTokens tokens)
    {
        if (token is { Kind: TokenKind.KanaWord, Term: >= 0 }) _knownKana = token.End;
        if (token.Kind == TokenKind.KanaPair && token.End <= _knownKana) return TermWeights.PartOfKnown;
        var asks = token.RawLength <= 2 && token.Kind is not (TokenKind.KanaPair or TokenKind.KanaWord) && Asking.Is(tokens.Raw(token));
        return TermWeights.Of(token.Kind) * (asks ? TermWeights.Asking : 1);
    }

    // After the words: neighbours in the plan are neighbours in the query.
    private void AddForms()
    {
        foreach (var token in _tokens.Items)
            if (token is { Kind: TokenKind.WordForm, Term: >= 0 }) _terms.Add(token.Term, TermWeights.Of(token.Kind));
    }

    // A loan word typed without conversion, perhaps with a particle: ふぁいるを.
    private void AddHiragana(ReadOnlySpan<char> run)
    {
        var term = index.Vocabulary.Find(run);
        if (term < 0 && run.Length > 3 && Particles.Contains(run[^1])) term = index.Vocabulary.Find(run[..^1].TrimEnd('ー'));
        if (run.Length > 2 && term >= 0) _terms.Add(term, 1);
    }

    // Another name as a whole counts no more than the rarest of its words: its pieces stand in unrelated places too.
    private void AddOther(string name, float weight)
    {
        var (sum, rarest) = (0f, 0f);
        Read(name, _otherTokens);
        _knownKana = 0;
        foreach (var token in _otherTokens.Items)
        {
            if (token.Term < 0) continue;
            var worth = Weight(token, _otherTokens) * _terms.Rarity(token.Term);
            (sum, rarest) = (sum + worth, Math.Max(rarest, worth));
        }
        if (sum <= 0) return;
        _knownKana = 0;
        foreach (var token in _otherTokens.Items)
            if (token.Term >= 0) _terms.Add(token.Term, weight * rarest / sum * Weight(token, _otherTokens), typed: false);
        _lightestOther = Math.Min(_lightestOther, weight * rarest);
    }

    private string? AddUnknown(string query)
    {
        StringBuilder? corrected = null;
        var (unknown, copied) = (0, 0);
        foreach (var token in _tokens.Items)
        {
            var raw = _tokens.Raw(token);
            if (token.Kind is TokenKind.HiraganaRun or TokenKind.WordForm || token.Term >= 0 || index.Vocabulary.Find(raw) >= 0) continue;
            if (token.Kind == TokenKind.Word && AddRomaji(raw)) continue;
            var near = token.Kind is TokenKind.Word or TokenKind.KanaWord or TokenKind.Joined && ++unknown <= MostUnknown
                ? NearWords.Find(raw, token.Kind, index)
                : [];
            if (near.Count == 0 && token.Kind == TokenKind.Word && AddLikeRomaji(raw)) continue;
            if (near.Count == 0) _unknown += TermWeights.Of(token.Kind);
            foreach (var (_, term) in near) _terms.Add(term, TermWeights.Misspelled);
            if (near.Count == 0 || token.Start < copied) continue;
            corrected = (corrected ?? new()).Append(query, copied, token.Start - copied).Append(near[0].Word);
            copied = token.End;
        }
        return corrected?.Append(query, copied, query.Length - copied).ToString();
    }

    private bool AddRomaji(ReadOnlySpan<char> word)
    {
        return word.Length >= ShortestRomaji && (AddKana(Romaji.ToHiragana(word)) || AddKana(Romaji.ToHiragana(Romaji.Lengthened(word))));
    }

    private bool AddKana(string? kana)
    {
        if (kana is null) return false;
        var others = synonyms.Of(kana, _folded);
        var known = index.Vocabulary.Find(kana);
        if (others.Count == 0 && known < 0) return false;
        if (known >= 0) _terms.Add(known, TermWeights.Converted);
        foreach (var name in others) AddOther(name, TermWeights.Converted);
        return true;
    }

    // Where long vowels are doubled or left out at will: mazaabodo.
    private bool AddLikeRomaji(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestRomaji || Romaji.ToHiragana(Romaji.Lengthened(word)) is not { } kana) return false;
        var near = NearWords.Find(kana, TokenKind.KanaWord, index);
        foreach (var (_, term) in near) _terms.Add(term, TermWeights.Misspelled);
        return near.Count > 0;
    }

    // The last word may not be finished; one that is known as it stands probably is.
    private void AddCompletions(string query)
    {
        var at = _tokens.Items.FindLastIndex(t => t.End == query.Length && t.Kind is TokenKind.Word or TokenKind.KanaWord or TokenKind.Joined or TokenKind.HiraganaRun);
        if (at < 0 || _tokens.Items[at] is not { RawLength: >= 2 } last || (last.Term >= 0 && index.Holding(last.Term).All > index.Parts / 100)) return;
        var weight = last.Term >= 0 ? TermWeights.PrefixOfKnown : TermWeights.Prefix;
        Span<int> found = stackalloc int[MostCompletions];
        foreach (var term in found[..Completions.Find(_tokens.Raw(last), last.Term, index, found)])
        {
            _terms.Add(term, weight, typed: false);
            _lightestOther = Math.Min(_lightestOther, weight * _terms.Rarity(term));
        }
    }
}
