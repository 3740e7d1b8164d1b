namespace KnowledgeBase.Site.Insights;

/// <summary>Checks the links that are due, one after another, with a pause after each. Hosts take turns.</summary>
public sealed class LinkRound(ILinkStore store, LinkChecker checker, TimeProvider clock)
{
    /// <param name="usual">Time between checks of a link that works.</param>
    /// <param name="pause">After each question.</param>
    /// <param name="isAll">Check also what is not due yet.</param>
    /// <param name="told">How many are done, of how many.</param>
    public async Task<IReadOnlyList<OutsideLink>> Run(SiteSnapshot site, TimeSpan usual, TimeSpan pause, bool isAll, Action<int, int>? told = null, CancellationToken cancellation = default)
    {
        var known = (await store.All(cancellation)).ToDictionary(l => l.Address);
        var carried = OutsideLinks.Of(site);
        var gone = known.Keys.Except(carried).ToList();
        if (gone.Count > 0) await store.Forget(gone, cancellation);
        var due = carried.Where(a => isAll || !known.TryGetValue(a, out var before) || before.Next <= clock.GetUtcNow()).ToList();
        var results = new List<OutsideLink>();
        foreach (var address in Spread(due))
        {
            var answer = await checker.Ask(address, cancellation);
            var link = OutsideLink.After(known.GetValueOrDefault(address), answer, clock.GetUtcNow(), usual);
            results.Add(link);
            await store.Keep(link, cancellation);
            told?.Invoke(results.Count, due.Count);
            if (results.Count < due.Count) await Task.Delay(pause, clock, cancellation);
        }

        return results;
    }

    // Hosts take turns, so that none is asked many times in a row.
    private static IEnumerable<string> Spread(IEnumerable<string> addresses)
    {
        var hosts = addresses.GroupBy(a => new Uri(a).Host).Select(g => new Queue<string>(g)).ToList();
        while (hosts.Count > 0)
        {
            foreach (var host in hosts) yield return host.Dequeue();
            hosts.RemoveAll(h => h.Count == 0);
        }
    }
}
