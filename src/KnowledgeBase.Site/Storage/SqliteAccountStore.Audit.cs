using Dapper;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Site.Storage;

public sealed partial class SqliteAccountStore
{
    public Task<bool> Add(AuditEntry entry, CancellationToken cancellation = default) => _file.Run(c => c.Execute(
        "INSERT INTO audit (at, who, action, subject, detail) VALUES (@At, @Who, @Action, @Subject, @Detail)",
        new { At = entry.At.ToUnixTimeMilliseconds(), entry.Who, entry.Action, entry.Subject, entry.Detail }) == 1, false, cancellation);

    public Task<IReadOnlyList<(long Number, AuditEntry Entry)>> Read(int most, long? before = null, CancellationToken cancellation = default) =>
        _file.Run<IReadOnlyList<(long Number, AuditEntry Entry)>>(c =>
            [.. c.Query<(long Number, long At, string Who, string Action, string Subject, string? Detail)>(
                "SELECT number, at, who, action, subject, detail FROM audit WHERE number < @before ORDER BY number DESC LIMIT @most", new { before = before ?? long.MaxValue, most })
                .Select(r => (r.Number, new AuditEntry(DateTimeOffset.FromUnixTimeMilliseconds(r.At), r.Who, r.Action, r.Subject, r.Detail)))], [], cancellation);
}
