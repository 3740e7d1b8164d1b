using System.Globalization;
using Dapper;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Site.Storage;

/// <summary>The link store of a site that runs as one process, in a file of its own.</summary>
public sealed class SqliteLinkStore(string folder, long mostBytes = SqliteFile.MostBytes) : ILinkStore, IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string Name = "links.db";

    private static readonly string[] s_shapes =
    [
        "CREATE TABLE link (address TEXT PRIMARY KEY, state TEXT NOT NULL, status INTEGER, problem TEXT, failures INTEGER NOT NULL, checked TEXT NOT NULL, next TEXT NOT NULL) WITHOUT ROWID",
    ];

    private readonly SqliteFile _file = new(folder, s_shapes, mostBytes, Name);

    public string? Problem => _file.Problem;

    public Task<IReadOnlyList<OutsideLink>> All(CancellationToken cancellation = default) => !_file.Exists ? Task.FromResult<IReadOnlyList<OutsideLink>>([]) : _file.Run<IReadOnlyList<OutsideLink>>(c =>
        [.. c.Query<(string Address, string State, long? Status, string? Problem, long Failures, string Checked, string Next)>("SELECT address, state, status, problem, failures, checked, next FROM link ORDER BY state <> 'Broken', address")
            .Select(r => new OutsideLink(r.Address, Enum.Parse<LinkState>(r.State), (int?)r.Status, r.Problem, Time(r.Checked), Time(r.Next)) { Failures = (int)r.Failures })], [], cancellation);

    public Task<bool> Keep(OutsideLink link, CancellationToken cancellation = default) => _file.Run(c => c.Execute(
        "INSERT OR REPLACE INTO link VALUES (@Address, @State, @Status, @Problem, @Failures, @Checked, @Next)",
        new { link.Address, State = link.State.ToString(), link.Status, link.Problem, link.Failures, Checked = Text(link.Checked), Next = Text(link.Next) }) > 0, false, cancellation);

    public Task Forget(IReadOnlyCollection<string> addresses, CancellationToken cancellation = default) =>
        _file.Run(c => c.Execute("DELETE FROM link WHERE address = @address", addresses.Select(address => new { address })), 0, cancellation);

    public void Dispose() => _file.Dispose();

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
