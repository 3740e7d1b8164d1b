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
    private readonly IntList _seen = new();

    // Of the parts that were read, one after the other: each term with its count and, in the upper byte, how often in the title.
    private readonly IntList _terms = new();
    private readonly IntList _counts = new();
    private readonly IntList _ends = new();
    private readonly int[] _holding = new int[terms];
    private readonly int[] _titleHolding = new int[terms];
    private readonly IntList _lengths = new();
    private readonly IntList _titleLengths = new();
    private int _field;
    private int _length;
    private int _titleLength;

    public int[] Lengths => _lengths.Span.ToArray();

    public int[] TitleLengths => _titleLengths.Span.ToArray();

    /// <summary>Counts again what a forward index holds, in two halves at once.</summary>
    public static TermCounter Count(ForwardIndex forward, int parts, int terms)
    {
        var later = Task.Run(() => Count(forward, parts / 2, parts, terms));
        var counter = Count(forward, 0, parts / 2, terms);
        counter.Append(later.GetAwaiter().GetResult());
        return counter;
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

    /// <param name="others">Lists that take the place of what was counted; null for none.</param>
    public Postings Pack(OtherLists? others = null)
    {
        var slots = new int[terms + 1];
        for (var t = 0; t < terms; t++) slots[t + 1] = slots[t] + _holding[t];
        var (parts, counts, next) = (new int[_terms.Count], new int[_terms.Count], slots.AsSpan(0, terms).ToArray());
        var at = 0;
        for (var part = 0; part < _ends.Count; part++)
        {
            for (var end = _ends[part]; at < end; at++)
            {
                var slot = next[_terms[at]]++;
                (parts[slot], counts[slot]) = (part, _counts[at]);
            }
        }
        var (bytes, offsets) = (new ByteList(parts.Length * 2), new int[terms + 1]);
        for (var t = 0; t < terms; t++)
        {
            if (others?.Find(t, out var list) == true)
            {
                bytes.AddRange(list);
                offsets[t + 1] = bytes.Count;
                continue;
            }
            var last = -1;
            if (_holding[t] > 0) Postings.WriteHead(bytes, _holding[t], _titleHolding[t]);
            for (var slot = slots[t]; slot < slots[t + 1]; slot++)
            {
                Postings.Write(bytes, parts[slot] - last, counts[slot] & 255, counts[slot] >> 8);
                last = parts[slot];
            }
            offsets[t + 1] = bytes.Count;
        }
        return new(firstPart, bytes.ToArray(), new(offsets));
    }

    private static TermCounter Count(ForwardIndex forward, int from, int to, int terms)
    {
        var counter = new TermCounter(terms, 0);
        for (var part = from; part < to; part++)
        {
            for (var cursor = forward.Open(part); cursor.Next();) counter.Add(cursor.Term);
            counter.EndPart();
        }
        return counter;
    }

    // What was counted of the parts that follow.
    private void Append(TermCounter later)
    {
        var before = _terms.Count;
        _terms.AddRange(later._terms.Span);
        _counts.AddRange(later._counts.Span);
        foreach (var end in later._ends.Span) _ends.Add(before + end);
        for (var t = 0; t < terms; t++)
        {
            _holding[t] += later._holding[t];
            _titleHolding[t] += later._titleHolding[t];
        }
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
        foreach (var term in _seen.Span)
        {
            ref var count = ref _count[term];
            var title = count / TitleOnce;
            _terms.Add(term);
            _counts.Add((int)Math.Min(count % TitleOnce, 255) | (int)Math.Min(title, 255) << 8);
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
