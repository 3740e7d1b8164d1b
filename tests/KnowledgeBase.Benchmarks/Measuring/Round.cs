namespace KnowledgeBase.Benchmarks.Measuring;

/// <summary>Every query asked once.</summary>
/// <param name="Nanoseconds">By the clock.</param>
/// <param name="Processor">Nanoseconds of the asking thread on its core: what is left when neighbours take turns on it.</param>
/// <param name="Bytes">Allocated; -1: not known.</param>
internal sealed record Round(long[] Nanoseconds, long[] Processor, long[] Bytes, int[] Hits)
{
    public static Round Of(int queries) => new(new long[queries], new long[queries], new long[queries], new int[queries]);

    /// <summary>Each query by its median over several rounds: what neighbours on the machine do to one round falls out.</summary>
    public static Round Median(IReadOnlyList<Round> rounds)
    {
        var median = Of(rounds[0].Nanoseconds.Length);
        for (var i = 0; i < median.Nanoseconds.Length; i++)
        {
            median.Nanoseconds[i] = Middle(rounds.Select(r => r.Nanoseconds[i]));
            median.Processor[i] = Middle(rounds.Select(r => r.Processor[i]));
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
