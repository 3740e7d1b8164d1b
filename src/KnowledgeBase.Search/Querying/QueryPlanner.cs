using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>Query text → terms with weights. Holds buffers: one thread at a time.</summary>
internal sealed class QueryPlanner(IndexData index, Synonyms synonyms)
{
    public const int LongestQuery = 2000;
    private const int MostUnknown = 6;
    private const int MostCompletions = 10;

    // Where more of the query than this is unknown to every page, the rest answers nothing.
    private const float UnknownShare = 0.6f;
    private const string Particles = "をがはにでとのもへ";

    private readonly Analyzer _analyzer = new();
    private readonly Dictionary<int, (float Weight, bool Typed)> _weights = [];
    private float _lightestOther;
    private float _unknown;

    public QueryPlan Plan(string query)
    {
        if (query.Length > LongestQuery) query = query[..LongestQuery];
        _weights.Clear();
        _lightestOther = float.MaxValue;
        _unknown = 0;
        var (tokens, codes) = Read(query);
        foreach (var token in tokens) AddToken(token);
        var corrected = AddUnknown(tokens, query);
        AddCompletions(tokens, query);
        foreach (var name in synonyms.Of(query)) AddOther(name, TermWeights.Synonym);
        return new()
        {
            Terms = [.. _weights.Select(w => new QueryTerm(w.Key, w.Value.Weight, w.Value.Typed))],
            Codes = codes,
            FragmentCodes = codes.Count > 0 && codes[0].Length >= 10 ? [] : CodeFragments.Find(TextNormalizer.Fold(query), index.Codes),
            IsMostlyUnknown = _unknown > UnknownShare * tokens.Where(t => t.Kind != TokenKind.HiraganaRun).Sum(t => TermWeights.Of(t.Kind)),
            IsOnlyCode = codes.Count == 1 && query.AsSpan().Trim().Length - codes[0].Length < 4,
            LightestOther = _lightestOther,
            Key = TextNormalizer.Key(query),
            Corrected = corrected,
        };
    }

    private (List<QueryToken>, IReadOnlyList<ErrorCodeMatch>) Read(string text)
    {
        var sink = new QueryTokens(index.Vocabulary);
        var codes = _analyzer.Analyze(text, ref sink, withShort: true);
        return (sink.Items, codes);
    }

    private void AddToken(QueryToken token)
    {
        if (token.Kind == TokenKind.HiraganaRun) AddHiragana(token.Raw);
        else if (token.Term >= 0) Add(token.Term, TermWeights.Of(token.Kind));
        // An identifier typed without its underscores is no word to stem.
        if (token.Kind == TokenKind.Word && index.Vocabulary.Find(token.Raw) is >= 0 and var joined && joined != token.Term) Add(joined, 1);
    }

    // A loan word typed without conversion, perhaps with a particle: ふぁいるを.
    private void AddHiragana(string run)
    {
        var term = index.Vocabulary.Find(run);
        if (term < 0 && run.Length > 3 && Particles.Contains(run[^1])) term = index.Vocabulary.Find(run.AsSpan(0, run.Length - 1).TrimEnd('ー'));
        if (run.Length > 2 && term >= 0) Add(term, 1);
    }

    private void Add(int term, float weight, bool typed = true)
    {
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_weights, term, out _);
        known = (Math.Max(known.Weight, weight), known.Typed || typed);
    }

    // Another name as a whole counts no more than one typed word.
    private void AddOther(string name, float weight)
    {
        var sum = 0f;
        foreach (var token in Read(name).Item1)
        {
            if (token.Term < 0) continue;
            Add(token.Term, weight * TermWeights.Of(token.Kind), typed: false);
            sum += weight * TermWeights.Of(token.Kind) * Idf(token.Term);
        }
        if (sum > 0) _lightestOther = Math.Min(_lightestOther, sum);
    }

    private string? AddUnknown(List<QueryToken> tokens, string query)
    {
        StringBuilder? corrected = null;
        var (unknown, copied) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.HiraganaRun || token.Term >= 0 || index.Vocabulary.Find(token.Raw) >= 0) continue;
            if (token.Kind == TokenKind.Word && AddRomaji(token.Raw)) continue;
            var near = token.Kind is TokenKind.Word or TokenKind.KanaWord or TokenKind.Joined && ++unknown <= MostUnknown
                ? NearWords.Find(token.Raw, token.Kind, index)
                : [];
            if (near.Count == 0) _unknown += TermWeights.Of(token.Kind);
            foreach (var word in near) Add(word.Term, TermWeights.Misspelled);
            if (near.Count == 0 || token.Start < copied) continue;
            corrected = (corrected ?? new()).Append(query, copied, token.Start - copied).Append(near[0].Text);
            copied = token.End;
        }
        return corrected?.Append(query, copied, query.Length - copied).ToString();
    }

    private bool AddRomaji(string word)
    {
        if (word.Length < 4 || Romaji.ToHiragana(word) is not { } kana) return false;
        var others = synonyms.Of(kana);
        var known = index.Vocabulary.Find(kana);
        if (others.Count == 0 && known < 0) return false;
        if (known >= 0) Add(known, TermWeights.Converted);
        foreach (var name in others) AddOther(name, TermWeights.Converted);
        return true;
    }

    // The last word may not be finished.
    private void AddCompletions(List<QueryToken> tokens, string query)
    {
        if (tokens.Count == 0) return;
        var last = tokens.FindLast(t => t.End == query.Length && t.Kind is TokenKind.Word or TokenKind.KanaWord or TokenKind.Joined or TokenKind.HiraganaRun);
        if (last.Raw is not { Length: >= 2 } || (last.Term >= 0 && index.Postings.Parts(last.Term) > index.PageOf.Length / 100)) return;
        var completions = index.Vocabulary.WithPrefix(last.Raw).ToArray().Where(w => w.Term != last.Term && w.Text.Length > last.Raw.Length)
            .OrderByDescending(w => index.Postings.Parts(w.Term)).DistinctBy(w => w.Term).Take(MostCompletions);
        foreach (var word in completions)
        {
            Add(word.Term, TermWeights.Prefix, typed: false);
            _lightestOther = Math.Min(_lightestOther, TermWeights.Prefix * Idf(word.Term));
        }
    }

    private float Idf(int term) => Ranking.Bm25.Idf(index.PageOf.Length, index.Postings.Parts(term));
}
