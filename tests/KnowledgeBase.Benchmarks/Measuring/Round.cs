namespace KnowledgeBase.Benchmarks.Measuring;

/// <summary>Every query asked once: nanoseconds and allocated bytes of each (-1: not known), and the number of hits.</summary>
internal sealed record Round(long[] Nanoseconds, long[] Bytes, int[] Hits)
{
    public static Round Of(int queries) => new(new long[queries], new long[queries], new int[queries]);

    /// <summary>Each query by its median over several rounds: what neighbours on the machine do to one round falls out.</summary>
    public static Round Median(IReadOnlyList<Round> rounds)
    {
        var median = Of(rounds[0].Nanoseconds.Length);
        for (var i = 0; i < median.Nanoseconds.Length; i++)
        {
            median.Nanoseconds[i] = Middle(rounds.Select(r => r.Nanoseconds[i]));
            median.Bytes[i] = Middle(rounds.Select(r => r.Bytes[i]));
            median.Hits[i] = rounds[^1].Hits[i];
        }
        return median;
    }

    private static long Middle(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
