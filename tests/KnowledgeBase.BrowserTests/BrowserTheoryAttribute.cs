namespace KnowledgeBase.BrowserTests;

/// <summary>A theory in a real browser; see <see cref="BrowserFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Reason;

    internal static string? Reason { get; } =
        ChromiumPath.Find() is null && Environment.GetEnvironmentVariable("CI") is null or "" ? "No Chromium on this machine: tests/run.sh installs one." : null;
}
