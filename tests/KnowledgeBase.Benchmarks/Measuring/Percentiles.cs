namespace KnowledgeBase.Benchmarks.Measuring;

/// <summary>A distribution by nearest rank.</summary>
internal sealed record Percentiles(double P50, double P90, double P99, double Max)
{
    /// <param name="values">In any order; none gives zeros.</param>
    /// <param name="unit">What one unit of the result is in units of the values: 1e6 makes milliseconds of nanoseconds.</param>
    public static Percentiles Of(IEnumerable<long> values, double unit)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? new(0, 0, 0, 0) : new(At(0.5), At(0.9), At(0.99), sorted[^1] / unit);

        double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)] / unit;
    }
}
