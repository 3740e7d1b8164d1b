using Dapper;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Postgres;

/// <summary>What became of links to other sites, for all replicas: what one has checked the others need not ask again.</summary>
public sealed class PostgresLinkStore(PostgresDatabase database) : ILinkStore
{
    public string? Problem => database.Problem;

    public Task<IReadOnlyList<OutsideLink>> All(CancellationToken cancellation = default) => database.Run<IReadOnlyList<OutsideLink>>(async c =>
        [.. (await c.QueryAsync<(string Address, string State, int? Status, string? Problem, int Failures, long Checked, long Next)>(
                "SELECT address, state, status, problem, failures, checked, next FROM link ORDER BY state <> 'Broken', address COLLATE \"C\""))
            .Select(r => new OutsideLink(r.Address, Enum.Parse<LinkState>(r.State), r.Status, r.Problem, Time(r.Checked), Time(r.Next)) { Failures = r.Failures })], [], cancellation);

    public Task<bool> Keep(OutsideLink link, CancellationToken cancellation = default) => database.Run(async c => await c.ExecuteAsync(
        """
        INSERT INTO link VALUES (@Address, @State, @Status, @Problem, @Failures, @Checked, @Next)
        ON CONFLICT (address) DO UPDATE SET state = excluded.state, status = excluded.status, problem = excluded.problem, failures = excluded.failures,
          checked = excluded.checked, next = excluded.next
        """,
        new { link.Address, State = link.State.ToString(), link.Status, link.Problem, link.Failures, Checked = link.Checked.UtcTicks, Next = link.Next.UtcTicks }) == 1, false, cancellation);

    public Task Forget(IReadOnlyCollection<string> addresses, CancellationToken cancellation = default) =>
        database.Run(c => c.ExecuteAsync("DELETE FROM link WHERE address = ANY(@addresses)", new { addresses = addresses.ToArray() }), 0, cancellation);

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
