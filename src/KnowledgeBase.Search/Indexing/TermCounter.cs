using System.Runtime.InteropServices;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Counts terms, part after part, into postings and lengths. Used once.</summary>
/// <param name="terms">Number of terms.</param>
/// <param name="firstPart">Number of the first part.</param>
internal sealed class TermCounter(int terms, int firstPart)
{
    /// <summary>Marks a term of the stream that the forward index leaves out.</summary>
    public const int Light = 1 << 30;

    // Of title, heading, keywords and text, in Postings.Unit.
    private static readonly int[] s_weights = [4, 3, 3, 2];
    private const long TitleOnce = 1L << 32;

    // Of the part that is read: the weighted count, and in the upper half how often in title and heading.
    private readonly long[] _count = new long[terms];
    private readonly List<int> _seen = [];

    // Of the parts that were read, one after the other: each term with its count and how often in the title.
    private readonly List<int> _terms = [];
    private readonly List<(byte Count, byte Title)> _counts = [];
    private readonly List<int> _ends = [];
    private readonly int[] _holding = new int[terms];
    private readonly int[] _titleHolding = new int[terms];
    private readonly List<int> _lengths = [];
    private readonly List<int> _titleLengths = [];
    private int _field;
    private int _length;
    private int _titleLength;

    public int[] Lengths => [.. _lengths];

    public int[] TitleLengths => [.. _titleLengths];

    /// <summary>Counts again what a forward index holds.</summary>
    public static Postings Count(ForwardIndex forward, int parts, int terms)
    {
        var counter = new TermCounter(terms, 0);
        for (var part = 0; part < parts; part++)
        {
            for (var cursor = forward.Open(part); cursor.Next();) counter.Add(cursor.Term);
            counter.EndPart();
        }
        return counter.Pack();
    }

    public void Count(ReadOnlySpan<int> stream, ReadOnlySpan<int> starts)
    {
        _terms.EnsureCapacity(stream.Length / 2);
        _counts.EnsureCapacity(stream.Length / 2);
        for (var part = 0; part + 1 < starts.Length; part++)
        {
            foreach (var item in stream[starts[part]..starts[part + 1]]) Add(item < 0 ? item : item & ~Light);
            EndPart();
        }
    }

    public Postings Pack()
    {
        var slots = new int[terms + 1];
        for (var t = 0; t < terms; t++) slots[t + 1] = slots[t] + _holding[t];
        var sorted = new (int Part, byte Count, byte Title)[_terms.Count];
        var next = slots.AsSpan(0, terms).ToArray();
        var all = CollectionsMarshal.AsSpan(_terms);
        var counts = CollectionsMarshal.AsSpan(_counts);
        var at = 0;
        for (var part = 0; part < _ends.Count; part++)
            for (; at < _ends[part]; at++) sorted[next[all[at]]++] = (part, counts[at].Count, counts[at].Title);
        var (bytes, offsets) = (new List<byte>(sorted.Length * 2), new int[terms + 1]);
        for (var t = 0; t < terms; t++)
        {
            var last = -1;
            if (_holding[t] > 0) Postings.WriteHead(bytes, _holding[t], _titleHolding[t]);
            foreach (var (part, count, title) in sorted.AsSpan(slots[t]..slots[t + 1]))
            {
                Postings.Write(bytes, part - last, count, title);
                last = part;
            }
            offsets[t + 1] = bytes.Count;
        }
        return new(firstPart, [.. bytes], new(offsets));
    }

    private void Add(int item)
    {
        if (item == ForwardIndex.SentenceEnd)
        {
            _field = Math.Min(_field + 1, s_weights.Length - 1);
            return;
        }
        ref var count = ref _count[item];
        if (count == 0) _seen.Add(item);
        count += s_weights[_field];
        _length += s_weights[_field];
        if (_field >= 2) return;
        count += TitleOnce;
        _titleLength++;
    }

    private void EndPart()
    {
        foreach (var term in _seen)
        {
            ref var count = ref _count[term];
            var title = count / TitleOnce;
            _terms.Add(term);
            _counts.Add(((byte)Math.Min(count % TitleOnce, 255), (byte)Math.Min(title, 255)));
            _holding[term]++;
            if (title > 0) _titleHolding[term]++;
            count = 0;
        }
        _seen.Clear();
        _ends.Add(_terms.Count);
        _lengths.Add(_length);
        _titleLengths.Add(_titleLength);
        (_field, _length, _titleLength) = (0, 0, 0);
    }
}
