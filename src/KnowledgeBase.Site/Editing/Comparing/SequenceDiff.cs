namespace KnowledgeBase.Site.Editing;

/// <summary>Smallest change from one sequence to another (Myers, "An O(ND) difference algorithm", 1986).</summary>
internal static class SequenceDiff
{
    // Beyond this the two have little in common and a person sees more in one whole replacement; memory grows with its square.
    private const int MostEdits = 1200;

    /// <summary>Hunks in order; between two of them at least one item is equal.</summary>
    public static IReadOnlyList<DiffHunk> Of(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var (a, b) = Numbered(old, @new);
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) (endA, endB) = (endA - 1, endB - 1);
        if (start == endA && start == endB) return [];
        return start == endA || start == endB || Path(a.AsSpan(start, endA - start), b.AsSpan(start, endB - start)) is not { } kept
            ? [new(start, endA - start, start, endB - start)]
            : Hunks(kept, start, endA, endB);
    }

    private static (int[] Old, int[] New) Numbered(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return ([.. old.Select(Number)], [.. @new.Select(Number)]);

        int Number(string item)
        {
            if (!numbers.TryGetValue(item, out var number)) numbers[item] = number = numbers.Count;
            return number;
        }
    }

    /// <summary>Pairs of equal items in order; null where there are too many differences.</summary>
    private static List<(int Old, int New)>? Path(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var most = Math.Min(a.Length + b.Length, MostEdits);
        var reach = new int[2 * most + 2];
        var steps = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            steps.Add(reach[(most - edits)..(most + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = diagonal == -edits || (diagonal != edits && reach[most + diagonal - 1] < reach[most + diagonal + 1]) ? reach[most + diagonal + 1] : reach[most + diagonal - 1] + 1;
                while (x < a.Length && x - diagonal < b.Length && a[x] == b[x - diagonal]) x++;
                reach[most + diagonal] = x;
                if (x >= a.Length && x - diagonal >= b.Length) return Back(steps, edits, a.Length, b.Length);
            }
        }
        return null;
    }

    private static List<(int Old, int New)> Back(List<int[]> steps, int edits, int x, int y)
    {
        var pairs = new List<(int, int)>();
        for (; edits >= 0; edits--)
        {
            var (before, diagonal) = (steps[edits], x - y);
            // The copy holds diagonals -edits to edits + 1.
            int At(int d) => before[d + edits];
            var down = diagonal == -edits || (diagonal != edits && At(diagonal - 1) < At(diagonal + 1));
            var from = edits == 0 ? 0 : down ? diagonal + 1 : diagonal - 1;
            var (startX, startY) = edits == 0 ? (0, 0) : (At(from), At(from) - from);
            while (x > startX && y > startY && (edits == 0 || x > (down ? startX : startX + 1))) pairs.Add((--x, --y));
            (x, y) = (startX, startY);
        }
        pairs.Reverse();
        return pairs;
    }

    private static List<DiffHunk> Hunks(List<(int Old, int New)> kept, int offset, int endOld, int endNew)
    {
        var hunks = new List<DiffHunk>();
        var (old, @new) = (offset, offset);
        foreach (var (keptOld, keptNew) in kept.Select(k => (k.Old + offset, k.New + offset)).Append((endOld, endNew)))
        {
            if (keptOld > old || keptNew > @new) hunks.Add(new(old, keptOld - old, @new, keptNew - @new));
            (old, @new) = (keptOld + 1, keptNew + 1);
        }
        return hunks;
    }
}
