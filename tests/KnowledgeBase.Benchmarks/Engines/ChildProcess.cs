using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>A process that is talked to by lines; its error text goes to ours.</summary>
internal static class ChildProcess
{
    /// <param name="cores">Pinned to the first so many cores; 0: not pinned.</param>
    public static Process Start(int cores, IReadOnlyList<string> command)
    {
        string[] pin = cores > 0 ? ["taskset", "-c", cores == 1 ? "0" : $"0-{cores - 1}"] : [];
        string[] words = [.. pin, .. command];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (cores > 0) start.Environment["DOTNET_PROCESSOR_COUNT"] = cores.ToString("X", CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    /// <summary>This program again, with other words; what it printed, once it has ended well.</summary>
    public static string Self(int cores, params string[] words)
    {
        using var child = Start(cores, [.. SelfCommand, .. words]);
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', words)} ended with {child.ExitCode}: {output}");
    }

    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    /// <summary>How this program is started: by its own executable, or by `dotnet` and its assembly.</summary>
    public static IReadOnlyList<string> SelfCommand =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, typeof(ChildProcess).Assembly.Location]
            : [Environment.ProcessPath!];
}
