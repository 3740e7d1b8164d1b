namespace KnowledgeBase.Site.Insights;

/// <summary>The latest check of a link to another site.</summary>
/// <param name="Status">HTTP status; null where nothing answered.</param>
/// <param name="Problem">Why nothing answered; or null.</param>
/// <param name="Next">When it is to be checked again.</param>
public sealed record OutsideLink(string Address, LinkState State, int? Status, string? Problem, DateTimeOffset Checked, DateTimeOffset Next)
{
    private const int FailuresUntilBroken = 3;

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>The result of a check after an earlier one. Each failure in a row doubles the wait, up to 16 times the usual.</summary>
    /// <param name="usual">Time between checks of a link that works.</param>
    public static OutsideLink After(OutsideLink? before, LinkAnswer answer, DateTimeOffset now, TimeSpan usual)
    {
        if (answer.IsRefused) return new(answer.Address, LinkState.Refused, null, answer.Problem, now, now + (usual * 16));
        var isFine = answer.Status is >= 200 and < 400 or 401 or 403 or 405 or 429;
        var failures = isFine ? 0 : (before?.Failures ?? 0) + 1;
        var isGone = answer.Status is 404 or 410;
        var state = isFine ? LinkState.Fine : isGone || failures >= FailuresUntilBroken ? LinkState.Broken : LinkState.Doubtful;
        return new(answer.Address, state, answer.Status, answer.Problem, now, now + (usual * (1 << Math.Min(4, Math.Max(0, failures - 1))))) { Failures = failures };
    }
}
