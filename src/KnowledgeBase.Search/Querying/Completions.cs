using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>Known words that begin as an unfinished one does.</summary>
internal static class Completions
{
    private const int MostRead = 5000;

    /// <param name="own">The word's own term, or -1.</param>
    /// <param name="into">Receives terms, the most common first, each once.</param>
    /// <returns>How many.</returns>
    public static int Find(ReadOnlySpan<char> prefix, int own, IndexData index, Span<int> into)
    {
        var found = 0;
        foreach (var words in index.Vocabulary.Words)
        {
            var (first, count) = words.WithPrefix(prefix);
            for (var i = first; i < first + Math.Min(count, MostRead); i++)
            {
                var term = words.Term(i);
                if (term == own || words.Text(i).Length == prefix.Length || index.Holding(term).All == 0 || into[..found].Contains(term)) continue;
                var at = found;
                while (at > 0 && index.Holding(into[at - 1]).All < index.Holding(term).All) at--;
                if (at == into.Length) continue;
                if (found < into.Length) found++;
                into[at..(found - 1)].CopyTo(into[(at + 1)..]);
                into[at] = term;
            }
        }
        return found;
    }
}
