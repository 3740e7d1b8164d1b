namespace KnowledgeBase.Search.Ranking;

/// <summary>Keeps the best of many, in a heap with the worst on top. Reused from query to query.</summary>
internal sealed class TopParts
{
    private ScoredPart[] _heap = new ScoredPart[128];
    private int _most;

    public int Count { get; private set; }

    /// <summary>What a part must score more than to be taken; parts are offered in order, and of equals the first stays.</summary>
    public float Least => Count < _most || _most == 0 ? 0 : _heap[0].Score;

    /// <summary>In no order until <see cref="Sort"/>.</summary>
    public Span<ScoredPart> Items => _heap.AsSpan(0, Count);

    public void Start(int most)
    {
        if (_heap.Length < most) _heap = new ScoredPart[most];
        (_most, Count) = (most, 0);
    }

    public void Offer(in ScoredPart part)
    {
        if (Count < _most)
        {
            _heap[Count++] = part;
            Up(Count - 1);
        }
        else if (_most > 0 && part.IsBefore(_heap[0]))
        {
            _heap[0] = part;
            Down();
        }
    }

    /// <summary>Best first.</summary>
    public Span<ScoredPart> Sort()
    {
        Items.Sort((a, b) => a.IsBefore(b) ? -1 : b.IsBefore(a) ? 1 : 0);
        return Items;
    }

    private void Up(int i)
    {
        for (var above = (i - 1) / 2; i > 0 && _heap[above].IsBefore(_heap[i]); above = (i - 1) / 2)
        {
            (_heap[i], _heap[above]) = (_heap[above], _heap[i]);
            i = above;
        }
    }

    private void Down()
    {
        for (var i = 0; ;)
        {
            var below = i * 2 + 1;
            if (below >= Count) return;
            if (below + 1 < Count && _heap[below].IsBefore(_heap[below + 1])) below++;
            if (!_heap[i].IsBefore(_heap[below])) return;
            (_heap[i], _heap[below]) = (_heap[below], _heap[i]);
            i = below;
        }
    }
}
