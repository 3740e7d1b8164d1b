using System.Globalization;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Benchmarks.Measuring;

/// <summary>What the figures were measured on, in one line.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; load {Load()}");

    private static string Processor() => Line("/proc/cpuinfo", "model name")?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    // How much the neighbours were doing when the figures were taken.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) : null;
}
