using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Site.Storage;
using Npgsql;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresVisitorStoreTests(PostgresServer server) : VisitorStoreContract, IDisposable
{
    private readonly string _database = server.NewDatabase();
    private readonly List<PostgresDatabase> _open = [];

    [Fact(DisplayName = "F13: votes while the server is killed are kept or refused, and every acknowledged one is there afterwards")]
    public async Task KilledServer()
    {
        var store = Open();
        await store.Check();
        var kept = new List<int>();
        var vote = new Vote("article/one", KnowledgeBase.Content.Locale.En, "aaaaaaaaaaaa", true, null, null);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 400; i++)
            {
                var outcome = await store.Add(vote, Someone(i));
                // After a lost connection the first try may have been kept although the answer was lost: then it is not counted twice.
                if (outcome != Recorded.NotKept) kept.Add(i);
                await Task.Delay(2);
            }
        });
        await Task.Delay(150);
        server.Kill();
        Assert.Equal(Recorded.NotKept, await Open().Add(vote, Someone(9999)));
        server.Start();
        await writing;
        Assert.Equal(Recorded.Counted, await store.Add(vote, Someone(5000)));
        Assert.Null(store.Problem);
        var outcomes = new List<Recorded>();
        foreach (var i in kept) outcomes.Add(await store.Add(vote, Someone(i)));
        Assert.All(outcomes, o => Assert.Equal(Recorded.Repeated, o));
        Assert.InRange(kept.Count, 1, 400);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_so_without_its_address_or_password()
    {
        using var database = new PostgresDatabase("Host=127.0.0.1;Port=1;Username=someone;Password=secret-word;Database=x");
        var store = new PostgresVisitorStore(database, Clock);
        Assert.Equal(Recorded.NotKept, await store.Add(s_code, Someone(1)));
        Assert.Empty(await store.Requests());
        Assert.Contains("KnowledgeBase:Storage:ConnectionString", store.Problem);
        Assert.DoesNotMatch("secret-word|someone|127", store.Problem);
    }

    public void Dispose()
    {
        foreach (var database in _open) database.Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    protected override IVisitorStore Open()
    {
        var database = new PostgresDatabase(_database);
        _open.Add(database);
        return new PostgresVisitorStore(database, Clock);
    }

    protected override long Rows(string table)
    {
        using var connection = new NpgsqlConnection(_database + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand($"SELECT COUNT(*) FROM {table}", connection);
        return (long)command.ExecuteScalar()!;
    }
}
