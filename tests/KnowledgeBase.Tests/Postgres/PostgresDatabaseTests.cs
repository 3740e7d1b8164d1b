using System.Xml.Linq;
using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresDatabaseTests(PostgresServer server) : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-keys-");

    private static readonly PostgresShape s_table = new("SELECT pg_sleep(0.2); CREATE TABLE thing (name text); INSERT INTO thing VALUES ('once');");
    private static readonly PostgresShape s_column = new("ALTER TABLE thing ADD COLUMN size int;");
    private static readonly PostgresShape s_without = new("ALTER TABLE thing DROP COLUMN name;", Breaks: true);

    [Fact(DisplayName = "Feature 127: replicas that start at the same moment shape the database once")]
    public async Task ShapedOnce()
    {
        var database = server.NewDatabase();
        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var replica = new PostgresDatabase(database, [s_table, s_column]);
            return await Count(replica);
        }));
        Assert.All(counts, c => Assert.Equal(1, c));
    }

    [Fact(DisplayName = "Feature 127: an older replica goes on with a newer shape, unless that took away what it needs")]
    public async Task RollingDeploy()
    {
        var database = server.NewDatabase();
        await using var older = new PostgresDatabase(database, [s_table]);
        Assert.Equal(1, await Count(older));
        await using var newer = new PostgresDatabase(database, [s_table, s_column]);
        Assert.Equal(1, await Count(newer));
        Assert.Equal(1, await Count(older));
        await using var olderAgain = new PostgresDatabase(database, [s_table]);
        Assert.Equal(1, await Count(olderAgain));
        await using var breaking = new PostgresDatabase(database, [s_table, s_column, s_without]);
        Assert.Equal(1, await Count(breaking));
        await using var tooOld = new PostgresDatabase(database, [s_table, s_column]);
        Assert.Equal(-1, await Count(tooOld));
        Assert.Contains("newer version", tooOld.Problem);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_shape_before_it()
    {
        var database = server.NewDatabase();
        await using (var broken = new PostgresDatabase(database, [s_table, new("CREATE TABLE other (a int); SELECT nonsense;")])) Assert.Equal(-1, await Count(broken));
        await using var mended = new PostgresDatabase(database, [s_table, s_column]);
        Assert.Equal(1, await Count(mended));
    }

    [Fact(DisplayName = "Feature 127: what one replica tells, the others hear, and it does not hear itself")]
    public async Task Notices()
    {
        var address = server.NewDatabase();
        await using var one = new PostgresDatabase(address);
        await using var two = new PostgresDatabase(address);
        using var teller = new PostgresNotices(one);
        using var listener = new PostgresNotices(two);
        var (heard, echoes) = (new TaskCompletionSource<ReplicaNotice>(), 0);
        listener.Heard += n => heard.TrySetResult(n);
        teller.Heard += _ => Interlocked.Increment(ref echoes);
        await teller.StartAsync(CancellationToken.None);
        await listener.StartAsync(CancellationToken.None);
        for (var i = 0; !heard.Task.IsCompleted && i < 200; i++)
        {
            Assert.True(await teller.Tell(new(ReplicaNotice.Content, "line one\nline two")));
            await Task.Delay(50);
        }

        Assert.Equal(new ReplicaNotice(ReplicaNotice.Content, "line one\nline two"), await heard.Task);
        await teller.StopAsync(CancellationToken.None);
        await listener.StopAsync(CancellationToken.None);
        Assert.Equal(0, echoes);
    }

    [Fact(DisplayName = "Feature 127: protection keys of one replica are there for the next, and a lost database is not taken for an empty ring")]
    public async Task Keys()
    {
        var address = server.NewDatabase();
        await using (var one = new PostgresDatabase(address))
        {
            var ring = Ring(one);
            Assert.Empty(ring.GetAllElements());
            ring.StoreElement(new XElement("key", "a"), "key-a");
            ring.StoreElement(new XElement("key", "b"), "key-b");
        }

        await using var two = new PostgresDatabase(address);
        Assert.Equal(["a", "b"], Ring(two, "two").GetAllElements().Select(e => e.Value).Order());
        await using var gone = new PostgresDatabase("Host=127.0.0.1;Port=1;Username=x;Database=x");
        await Assert.ThrowsAsync<IOException>(() => Ring(gone, "never-started").StartAsync(CancellationToken.None));
        // Whoever has read them once starts without the database too, and makes none that the others do not know.
        Assert.Equal(["a", "b"], Ring(gone, "two").GetAllElements().Select(e => e.Value).Order());
        Assert.Throws<IOException>(() => Ring(gone, "two").StoreElement(new XElement("key", "c"), "key-c"));
    }

    public void Dispose() => _home.Delete(true);

    private PostgresKeyRing Ring(PostgresDatabase database, string folder = "one") => new(database, new(Path.Combine(_home.FullName, folder), NullLoggerFactory.Instance));

    private static Task<long> Count(PostgresDatabase database) => database.Run(async c =>
    {
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM thing", c);
        return (long)(await command.ExecuteScalarAsync())!;
    }, -1L);
}
