using System.Runtime.InteropServices;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>Cuts the passage that holds most of the query out of a text, and says what to mark in it. Holds buffers: one thread
/// at a time.</summary>
internal sealed class SnippetMaker
{
    private const int Longest = 160;
    private const int Before = 40;
    private const float LineShare = 0.75f;
    private static readonly Comparison<TermMatch> s_byPlace = (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End);

    private readonly Dictionary<int, int> _slots = [];
    private readonly Analyzer _analyzer = new();
    private readonly TermMatches _inText;
    private readonly TermMatches _inHeading;
    private QueryTerm[] _terms = [];
    private int[] _counts = new int[64];
    private bool _withCodes;

    public SnippetMaker(Vocabulary vocabulary) => (_inText, _inHeading) = (new(vocabulary, _slots), new(vocabulary, _slots));

    /// <summary>The query that the next snippets are for.</summary>
    public void Start(QueryPlan plan)
    {
        _terms = plan.Terms;
        _withCodes = plan.Codes.Count + plan.FragmentCodes.Count > 0;
        _slots.Clear();
        for (var i = 0; i < _terms.Length; i++) _slots[_terms[i].Term] = i;
        _inText.Start();
        _inHeading.Start();
        if (_counts.Length < _terms.Length) _counts = new int[_terms.Length * 2];
    }

    /// <param name="longest">How much of the text is looked at, in UTF-16 units.</param>
    /// <returns>The snippet, and the anchor of the step that holds the passage where one says more than the heading does.</returns>
    public (Snippet Snippet, string? Step) Make(SearchPart part, int longest)
    {
        var text = part.Text;
        if (text.Length > longest) text = text[..longest];
        var matches = Match(text, _inText);
        var (first, last) = InOneLine(text, matches, BestWindow(matches));
        var snippet = Cut(text, matches, first, last);
        if (first < 0 || part.Steps.Count == 0 || Worth(CollectionsMarshal.AsSpan(Match(part.Heading ?? "", _inHeading))) >= Worth(CollectionsMarshal.AsSpan(matches)[first..last])) return (snippet, null);
        return (snippet, StepAt(part, text, matches[first].Start));
    }

    private List<TermMatch> Match(string text, TermMatches matches)
    {
        matches.Items.Clear();
        var sink = new TermMatches.Sink(matches);
        if (_withCodes) _analyzer.Analyze(text, ref sink);
        else _analyzer.AnalyzeWords(text, ref sink);
        // Codes are reported first; everything else comes in order of the text.
        matches.Items.Sort(s_byPlace);
        return matches.Items;
    }

    private float Worth(ReadOnlySpan<TermMatch> matches)
    {
        var counts = _counts.AsSpan(0, _terms.Length);
        counts.Clear();
        var sum = 0f;
        foreach (var match in matches)
            if (counts[match.Slot]++ == 0) sum += _terms[match.Slot].Worth;
        return sum;
    }

    // The run of matches that fits into a snippet and holds the most weight, each term counted once.
    private (int First, int Last) BestWindow(List<TermMatch> matches)
    {
        var (best, first, last) = (0f, -1, -1);
        var counts = _counts.AsSpan(0, _terms.Length);
        counts.Clear();
        var held = 0f;
        for (int from = 0, to = 0; from < matches.Count; from++)
        {
            for (; to < matches.Count && matches[to].End - matches[from].Start <= Longest - Before; to++)
                if (counts[matches[to].Slot]++ == 0) held += _terms[matches[to].Slot].Worth;
            if (held > best + 1e-4f) (best, first, last) = (held, from, to);
            if (to > from && --counts[matches[from].Slot] == 0) held -= _terms[matches[from].Slot].Worth;
            if (to == from) to++;
        }
        return (first, last);
    }

    // A window may begin in the block before with a word that says little: the passage is the block that holds nearly all of it.
    private (int First, int Last) InOneLine(string text, List<TermMatch> matches, (int First, int Last) window)
    {
        var all = CollectionsMarshal.AsSpan(matches);
        if (window.First < 0 || text.AsSpan(all[window.First].Start..all[window.Last - 1].End).IndexOf('\n') < 0) return window;
        var enough = LineShare * Worth(all[window.First..window.Last]);
        for (int from = window.First, to; from < window.Last; from = to)
        {
            var end = text.IndexOf('\n', all[from].Start) is var line and >= 0 ? line : text.Length;
            for (to = from + 1; to < window.Last && all[to].Start < end;) to++;
            if (Worth(all[from..to]) >= enough) return (from, to);
        }
        return window;
    }

    private Snippet Cut(string text, List<TermMatch> matches, int first, int last)
    {
        var start = first < 0 ? 0 : PassageStart(text, matches[first].Start);
        var end = PassageEnd(text, start);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        var (head, tail) = (start > 0 && text[start - 1] is not ('\n' or '。' or ' ') ? "…" : "", end < text.Length && text[end] != '\n' ? "…" : "");
        var shown = text[start..end].Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        return new(head + shown + tail, first < 0 ? [] : Marks(text, matches, start, end, head.Length));
    }

    // Words one space apart are one mark: a name of two words is one thing.
    private List<(int Start, int Length)> Marks(string text, List<TermMatch> matches, int start, int end, int shift)
    {
        var any = matches.Exists(m => IsMarked(m) && m.Start >= start && m.End <= end);
        var marks = new List<(int Start, int Length)>();
        foreach (var match in matches)
        {
            if (match.Start < start || match.End > end || (any && !IsMarked(match)) || match.End <= match.Start) continue;
            var (from, to) = (match.Start - start + shift, match.End - start + shift);
            if (marks.Count > 0 && marks[^1].Start + marks[^1].Length is var last && (from <= last || (from == last + 1 && text[match.Start - 1] == ' ')))
                marks[^1] = (marks[^1].Start, Math.Max(marks[^1].Length, to - marks[^1].Start));
            else marks.Add((from, to - from));
        }
        return marks;
    }

    // Of a synonym only whole words: its pairs of characters stand inside unrelated words.
    private bool IsMarked(TermMatch match) =>
        match.IsStrong && (_terms[match.Slot].IsTyped || match.Kind is not (TokenKind.StrongPair or TokenKind.KanaPair or TokenKind.StemPair));

    // The sentence's beginning where it is near, else a little before the first match, never inside a surrogate pair or a word.
    private static int PassageStart(string text, int match)
    {
        var floor = Math.Max(0, match - Before);
        for (var i = match; i > floor; i--)
            if (text[i - 1] is '\n' or '。' or '．' or '！' or '？') return i;
        if (floor == 0) return 0;
        var start = floor;
        while (start < match && char.IsAsciiLetterOrDigit(text[start - 1])) start++;
        return start < match && char.IsLowSurrogate(text[start]) ? start - 1 : start;
    }

    private static int PassageEnd(string text, int start)
    {
        var end = Math.Min(text.Length, start + Longest - 2);
        if (end == text.Length) return end;
        var line = text.IndexOf('\n', start, end - start);
        if (line > start + Longest / 2) return line;
        var stop = end;
        while (stop > start + Longest / 2 && char.IsAsciiLetterOrDigit(text[stop]) && char.IsAsciiLetterOrDigit(text[stop - 1])) stop--;
        return char.IsLowSurrogate(text[stop]) ? stop - 1 : stop;
    }

    private static string? StepAt(SearchPart part, string text, int at)
    {
        var from = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var to = text.IndexOf('\n', at);
        var line = text[from..(to < 0 ? text.Length : to)].Trim();
        return line.Length < 2 ? null : part.Steps.FirstOrDefault(s => s.Text.Contains(line, StringComparison.Ordinal))?.Id;
    }
}
