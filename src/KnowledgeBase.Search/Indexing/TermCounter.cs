using KnowledgeBase.Search.Ranking;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Counts the stream of terms into postings, and the lengths into BM25's denominators.</summary>
/// <param name="weights">Of title, heading, keywords and text, in <see cref="Postings.Unit"/>.</param>
internal sealed class TermCounter(int terms, int[] weights)
{
    private readonly int[] _count = new int[terms];
    private readonly int[] _title = new int[terms];

    public (Postings Postings, float[] Norms, float[] TitleNorms) Count(ReadOnlySpan<int> stream, ReadOnlySpan<int> starts)
    {
        var parts = starts.Length - 1;
        var entries = new List<(int Term, int Part, byte Count, byte Title)>(stream.Length / 2);
        var (lengths, titleLengths) = (new float[parts], new float[parts]);
        var seen = new List<int>();
        for (var part = 0; part < parts; part++)
        {
            var field = 0;
            foreach (var term in stream[starts[part]..starts[part + 1]])
            {
                if (term < 0)
                {
                    field = Math.Min(field + 1, weights.Length - 1);
                    continue;
                }
                if (_count[term] == 0) seen.Add(term);
                _count[term] += weights[field];
                lengths[part] += weights[field];
                if (field >= 2) continue;
                _title[term]++;
                titleLengths[part]++;
            }
            foreach (var term in seen)
            {
                entries.Add((term, part, (byte)Math.Min(_count[term], 255), (byte)Math.Min(_title[term], 255)));
                (_count[term], _title[term]) = (0, 0);
            }
            seen.Clear();
        }
        return (Pack(entries), Bm25.Norms(lengths, Bm25.B), Bm25.Norms(titleLengths, Bm25.TitleB));
    }

    private Postings Pack(List<(int Term, int Part, byte Count, byte Title)> entries)
    {
        var parts = new int[terms];
        foreach (var e in entries) parts[e.Term]++;
        var slots = new int[terms + 1];
        for (var t = 0; t < terms; t++) slots[t + 1] = slots[t] + parts[t];
        var sorted = new (int Part, byte Count, byte Title)[entries.Count];
        var next = slots.AsSpan(0, terms).ToArray();
        foreach (var e in entries) sorted[next[e.Term]++] = (e.Part, e.Count, e.Title);
        var (bytes, offsets, titles) = (new List<byte>(entries.Count * 2), new int[terms + 1], new int[terms]);
        for (var t = 0; t < terms; t++)
        {
            var last = -1;
            for (var i = slots[t]; i < slots[t + 1]; i++)
            {
                Postings.Write(bytes, sorted[i].Part - last, sorted[i].Count, sorted[i].Title);
                last = sorted[i].Part;
                if (sorted[i].Title > 0) titles[t]++;
            }
            offsets[t + 1] = bytes.Count;
        }
        return new([.. bytes], offsets, parts, titles);
    }
}
