using System.Text.RegularExpressions;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Corpora;

/// <summary>The sentences, titles and words of a corpus, to make more of the same kind.</summary>
internal sealed partial class SentencePool
{
    private const int Shortest = 10;
    private const int Longest = 300;

    public SentencePool(IReadOnlyList<SearchDocument> documents)
    {
        Titles = [.. documents.Select(d => d.Title).Where(t => t.Length > 1).Distinct()];
        Sentences = [.. documents.SelectMany(d => d.Parts.SelectMany(p => Sentence.Matches(p.Text).Select(m => m.Value.Trim()))).Where(s => s.Length is >= Shortest and <= Longest).Distinct()];
        Words = [.. Sentences.SelectMany(s => Word.Matches(s).Select(m => m.Value)).Distinct()];
    }

    public IReadOnlyList<string> Titles { get; }

    public IReadOnlyList<string> Sentences { get; }

    /// <summary>Runs of kanji, of katakana and of Latin letters.</summary>
    public IReadOnlyList<string> Words { get; }

    [GeneratedRegex(@"[^。．！？\n]+[。．！？]|[^.!?\n。]+(?:[.!?](?=\s|$)|(?=\n|$))")]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,}|[\u30A1-\u30FC]{2,}|[A-Za-z]{3,}")]
    public static partial Regex Word { get; }
}
