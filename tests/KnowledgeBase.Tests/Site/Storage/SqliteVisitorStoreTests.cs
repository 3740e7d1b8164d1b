using System.Net;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class SqliteVisitorStoreTests : VisitorStoreContract, IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-store-");
    private readonly List<SqliteVisitorStore> _open = [];

    private string Folder => Path.Combine(_home.FullName, "data");

    private string Database => Path.Combine(Folder, SqliteFile.Name);

    [Fact(DisplayName = "Feature 110: no address is kept")]
    public async Task NobodyIsKept()
    {
        using (var store = OpenFile())
        {
            Assert.False(store.Exists);
            await store.Add(s_code, Visitor.At(IPAddress.Parse("203.0.113.77")));
            Assert.True(store.Exists);
        }

        var bytes = Directory.EnumerateFiles(Folder).SelectMany(File.ReadAllBytes).ToArray();
        Assert.DoesNotContain("203.0.113", System.Text.Encoding.Latin1.GetString(bytes));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(IPAddress.Parse("203.0.113.77").GetAddressBytes()));
    }

    [Fact(DisplayName = "A folder that cannot be written keeps nothing, says why, and is used again when it can")]
    public async Task UnusableFolder()
    {
        File.WriteAllText(Folder, "a file where the folder should be");
        using var store = OpenFile();
        Assert.Equal(Recorded.NotKept, await store.Add(s_code, Someone(1)));
        Assert.Contains("KnowledgeBase:DataPath", store.Problem);
        Assert.Empty(await store.Requests());
        File.Delete(Folder);
        Assert.Equal(Recorded.Counted, await store.Add(s_code, Someone(1)));
        Assert.Null(store.Problem);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone_and_said_so()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Database, new string('x', 8192));
        using var store = OpenFile();
        Assert.Equal(Recorded.NotKept, await store.Add(s_code, Someone(1)));
        Assert.Contains("not a database", store.Problem);
        Assert.Equal(new string('x', 8192), File.ReadAllText(Database));
    }

    [Fact]
    public async Task A_full_store_keeps_what_it_has_and_says_so()
    {
        using var store = new SqliteVisitorStore(Folder, Clock, mostBytes: 48 * 1024);
        var kept = 0;
        for (; await store.Add(Words(kept), Someone(1)) == Recorded.Counted; kept++) Assert.True(kept < 10_000, "the file has no bound");
        Assert.InRange(kept, 10, 1000);
        Assert.Contains("full", store.Problem);
        Assert.Equal(kept, (await store.Requests()).Count);
        Assert.InRange(new FileInfo(Database).Length, 1, 48 * 1024);

        static ArticleRequest Words(int i) => ArticleRequest.ForQuery($"words {i} {new string('y', 180)}", Locale.En)!;
    }

    [Fact]
    public async Task A_locked_store_is_given_up_soon_and_used_again_afterwards()
    {
        using var store = OpenFile();
        await store.Check();
        using (var writer = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            writer.Open();
            using var holding = writer.BeginTransaction(deferred: false);
            Assert.Equal(Recorded.NotKept, await store.Add(s_code, Someone(1)));
            Assert.Contains("locked", store.Problem);
        }

        Assert.Equal(Recorded.Counted, await store.Add(s_code, Someone(1)));
    }

    [Fact]
    public async Task A_store_of_a_newer_site_is_not_touched()
    {
        using (var store = OpenFile()) await store.Check();
        using (var newer = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            newer.Open();
            using var command = newer.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        using var older = OpenFile();
        Assert.Equal(Recorded.NotKept, await older.Add(s_code, Someone(1)));
        Assert.Contains("newer", older.Problem);
    }

    [Theory(DisplayName = "One household is one visitor")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void Households(string one, string other, bool same) => Assert.Equal(same, Visitor.At(IPAddress.Parse(one)) == Visitor.At(IPAddress.Parse(other)));

    public void Dispose()
    {
        foreach (var store in _open) store.Dispose();
        _home.Delete(true);
    }

    protected override IVisitorStore Open()
    {
        var store = OpenFile();
        _open.Add(store);
        return store;
    }

    protected override long Rows(string table)
    {
        using var reader = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        reader.Open();
        using var command = reader.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private SqliteVisitorStore OpenFile() => new(Folder, Clock);
}
