using System.Runtime.InteropServices;

namespace KnowledgeBase.Benchmarks.Measuring;

/// <summary>Processor time of the calling thread: what a query costs one core, whatever the neighbours do. Elsewhere than on
/// Linux it is the clock's time.</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    public static TimeSpan Now()
    {
        if (!OperatingSystem.IsLinux()) return TimeProvider.System.GetElapsedTime(0);
        return GetTime(ThreadClock, out var time) == 0 ? new TimeSpan(time.Seconds * TimeSpan.TicksPerSecond + time.Nanoseconds / 100) : throw new InvalidOperationException("The thread's clock cannot be read.");
    }

    public static long Since(TimeSpan start) => (long)(Now() - start).TotalNanoseconds;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Moment time);

    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
