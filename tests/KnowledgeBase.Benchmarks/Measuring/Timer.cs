namespace KnowledgeBase.Benchmarks.Measuring;

/// <summary>Time since its creation.</summary>
internal readonly struct Timer()
{
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    public long Nanoseconds => (long)Elapsed.TotalNanoseconds;
}
