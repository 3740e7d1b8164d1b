using System.Net;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class SqliteVisitorStoreTests : IDisposable
{
    private static readonly ArticleRequest s_code = ArticleRequest.ForCode(ErrorCode.TryParse("0xC004F2FE", out var code) ? code : default, Locale.Ja);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-store-");
    private readonly DayClock _clock = new();

    private string Folder => Path.Combine(_home.FullName, "data");

    private string Database => Path.Combine(Folder, SqliteFile.Name);

    [Fact(DisplayName = "Feature 12: a request for an article counts once for each visitor and day")]
    public async Task OnceAVisitorAndDay()
    {
        using var store = Open();
        Assert.False(store.Exists);
        Assert.Equal(Recorded.Counted, await store.Add(s_code, Someone(1)));
        Assert.Equal(Recorded.Repeated, await store.Add(s_code, Someone(1)));
        Assert.Equal(Recorded.Repeated, await store.Add(ArticleRequest.ForCode(Code(s_code), Locale.En), Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(ArticleRequest.ForCode(Code(s_code), Locale.En), Someone(2)));
        _clock.Day++;
        Assert.Equal(Recorded.Counted, await store.Add(s_code, Someone(1)));
        var count = Assert.Single(await store.Requests());
        Assert.Equal((RequestKind.Code, "0xC004F2FE", 3L, DayClock.First, DayClock.First.AddDays(1)), (count.Kind, count.Subject, count.Visitors, count.First, count.Last));
        Assert.Equal(["ja", "en"], count.Locales);
        Assert.Null(store.Problem);
    }

    [Fact(DisplayName = "Feature 92: requests are listed by code and by words, most asked for first")]
    public async Task MostAskedForFirst()
    {
        using var store = Open();
        var words = ArticleRequest.ForQuery("KMS  ホスト", Locale.Ja)!;
        await store.Add(s_code, Someone(1));
        foreach (var who in new[] { 1, 2, 3 }) await store.Add(words, Someone(who));
        Assert.Equal([("kms ホスト", 3L), ("0xC004F2FE", 1L)], (await store.Requests()).Select(r => (r.Subject, r.Visitors)));
    }

    [Fact]
    public async Task What_was_kept_survives_a_restart_and_so_does_who_said_it_today()
    {
        using (var store = Open()) await store.Add(s_code, Someone(1));
        using var again = Open();
        Assert.True(again.Exists);
        Assert.Equal(Recorded.Repeated, await again.Add(s_code, Someone(1)));
        Assert.Equal(1, Assert.Single(await again.Requests()).Visitors);
    }

    [Fact(DisplayName = "Feature 110: no address is kept, and yesterday's marks and salt are gone with the day")]
    public async Task NobodyIsKept()
    {
        using (var store = Open())
        {
            await store.Add(s_code, Visitor.At(IPAddress.Parse("203.0.113.77")));
            Assert.Equal(1, Rows("day_mark"));
            _clock.Day++;
            await store.Add(ArticleRequest.ForQuery("other words", Locale.En)!, Someone(9));
            Assert.Equal((1, 1), (Rows("day_mark"), Rows("day_salt")));
        }

        var bytes = Directory.EnumerateFiles(Folder).SelectMany(File.ReadAllBytes).ToArray();
        Assert.DoesNotContain("203.0.113", System.Text.Encoding.Latin1.GetString(bytes));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(IPAddress.Parse("203.0.113.77").GetAddressBytes()));
    }

    [Fact(DisplayName = "Feature 90: a visitor votes once on a text; the next text is a new question and forgets who voted on the last")]
    public async Task OnceAVisitorAndText()
    {
        using var store = Open();
        var vote = new Vote("code/0xC004F213", Locale.Ja, "aaaaaaaaaaaa", false, null, "kms ホスト");
        Assert.Equal(Recorded.Counted, await store.Add(vote, Someone(1)));
        Assert.Equal(Recorded.Repeated, await store.Add(vote, Someone(1)));
        _clock.Day += 40;
        Assert.Equal(Recorded.Repeated, await store.Add(vote, Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(vote with { Reason = VoteReason.OutOfDate, Query = null }, Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(vote with { IsHelpful = true }, Someone(2)));
        var count = Assert.Single(await store.Votes());
        Assert.Equal((1L, 1L, 1L), (count.Helpful, count.Unhelpful, count.Reasons[VoteReason.OutOfDate]));
        Assert.Equal(["kms ホスト"], count.Queries);
        Assert.Equal(Recorded.Counted, await store.Add(vote with { Locale = Locale.En }, Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(vote with { Revision = "bbbbbbbbbbbb" }, Someone(1)));
        Assert.Equal(3, (await store.Votes()).Count);
        Assert.Equal(0, Rows("vote_salt WHERE revision = 'aaaaaaaaaaaa' AND locale = 'ja'"));
    }

    [Fact]
    public async Task Visitors_at_the_same_moment_are_all_counted()
    {
        using var store = Open();
        using var other = Open();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? store : other).Add(s_code, Someone(i / 2)))));
        Assert.Equal(20, outcomes.Count(o => o == Recorded.Counted));
        Assert.Equal(20, Assert.Single(await store.Requests()).Visitors);
    }

    [Fact(DisplayName = "A folder that cannot be written keeps nothing, says why, and is used again when it can")]
    public async Task UnusableFolder()
    {
        File.WriteAllText(Folder, "a file where the folder should be");
        using var store = Open();
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
        using var store = Open();
        Assert.Equal(Recorded.NotKept, await store.Add(s_code, Someone(1)));
        Assert.Contains("not a database", store.Problem);
        Assert.Equal(new string('x', 8192), File.ReadAllText(Database));
    }

    [Fact]
    public async Task A_full_store_keeps_what_it_has_and_says_so()
    {
        using var store = new SqliteVisitorStore(Folder, _clock, mostBytes: 48 * 1024);
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
        using var store = Open();
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
        using (var store = Open()) await store.Check();
        using (var newer = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            newer.Open();
            using var command = newer.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        using var older = Open();
        Assert.Equal(Recorded.NotKept, await older.Add(s_code, Someone(1)));
        Assert.Contains("newer", older.Problem);
    }

    [Theory(DisplayName = "One household is one visitor")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void Households(string one, string other, bool same) => Assert.Equal(same, Visitor.At(IPAddress.Parse(one)) == Visitor.At(IPAddress.Parse(other)));

    public void Dispose() => _home.Delete(true);

    private SqliteVisitorStore Open() => new(Folder, _clock);

    private static Visitor Someone(int number) => Visitor.At(new IPAddress([10, 0, 0, (byte)number]));

    private static ErrorCode Code(ArticleRequest request) => ErrorCode.TryParse(request.Subject, out var code) ? code : throw new ArgumentException(request.Subject);

    private long Rows(string table)
    {
        using var reader = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        reader.Open();
        using var command = reader.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private sealed class DayClock : TimeProvider
    {
        public static readonly DateOnly First = new(2026, 11, 21);

        public int Day { get; set; }

        public override DateTimeOffset GetUtcNow() => new(First.AddDays(Day).ToDateTime(new(12, 0)), TimeSpan.Zero);
    }
}
