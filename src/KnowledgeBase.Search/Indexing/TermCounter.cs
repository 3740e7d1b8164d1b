namespace KnowledgeBase.Search.Indexing;

/// <summary>Counts the stream of terms into postings and lengths. Used once.</summary>
/// <param name="terms">Number of terms.</param>
/// <param name="firstPart">Number of the first part.</param>
/// <param name="weights">Of title, heading, keywords and text, in <see cref="Postings.Unit"/>.</param>
internal sealed class TermCounter(int terms, int firstPart, int[] weights)
{
    /// <summary>Marks a term of the stream that the forward index leaves out.</summary>
    public const int Light = 1 << 30;

    private readonly int[] _count = new int[terms];
    private readonly int[] _title = new int[terms];
    private readonly int[] _holding = new int[terms];
    private readonly int[] _titleHolding = new int[terms];
    private readonly List<(int Term, int Part, byte Count, byte Title)> _entries = [];

    public int[] Lengths { get; private set; } = [];

    public int[] TitleLengths { get; private set; } = [];

    public void Count(ReadOnlySpan<int> stream, ReadOnlySpan<int> starts)
    {
        var parts = starts.Length - 1;
        (Lengths, TitleLengths) = (new int[parts], new int[parts]);
        _entries.EnsureCapacity(stream.Length / 2);
        var seen = new List<int>();
        for (var part = 0; part < parts; part++)
        {
            var field = 0;
            foreach (var item in stream[starts[part]..starts[part + 1]])
            {
                if (item < 0)
                {
                    field = Math.Min(field + 1, weights.Length - 1);
                    continue;
                }
                var term = item & ~Light;
                if (_count[term] == 0) seen.Add(term);
                _count[term] += weights[field];
                Lengths[part] += weights[field];
                if (field >= 2) continue;
                _title[term]++;
                TitleLengths[part]++;
            }
            foreach (var term in seen) Close(term, part);
            seen.Clear();
        }
    }

    public Postings Pack()
    {
        var slots = new int[terms + 1];
        for (var t = 0; t < terms; t++) slots[t + 1] = slots[t] + _holding[t];
        var sorted = new (int Part, byte Count, byte Title)[_entries.Count];
        var next = slots.AsSpan(0, terms).ToArray();
        foreach (var e in _entries) sorted[next[e.Term]++] = (e.Part, e.Count, e.Title);
        var (bytes, offsets) = (new List<byte>(_entries.Count * 2), new int[terms + 1]);
        for (var t = 0; t < terms; t++)
        {
            var last = -1;
            if (_holding[t] > 0) Postings.WriteHead(bytes, _holding[t], _titleHolding[t]);
            for (var i = slots[t]; i < slots[t + 1]; i++)
            {
                Postings.Write(bytes, sorted[i].Part - last, sorted[i].Count, sorted[i].Title);
                last = sorted[i].Part;
            }
            offsets[t + 1] = bytes.Count;
        }
        return new(firstPart, [.. bytes], new(offsets));
    }

    private void Close(int term, int part)
    {
        _entries.Add((term, part, (byte)Math.Min(_count[term], 255), (byte)Math.Min(_title[term], 255)));
        _holding[term]++;
        if (_title[term] > 0) _titleHolding[term]++;
        (_count[term], _title[term]) = (0, 0);
    }
}
