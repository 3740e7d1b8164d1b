using KnowledgeBase.Content;
using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Cli;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresCopyTests(PostgresServer server) : IDisposable
{
    private const string Password = "ten green lamps stand";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-backup-");
    private readonly TempContent _content = TempContent.CopyOf("tests", "data", "site");

    [Fact(DisplayName = "F33, Feature 129: kb adds the first admin to PostgreSQL; kb backup and kb restore bring everything into an empty database, and numbers go on")]
    public async Task EverythingComesBack()
    {
        var (before, after) = (server.NewDatabase(), server.NewDatabase());
        Assert.Equal((0, "tanaka may sign in.\n", ""), Do(before, Password, "account", "add", "tanaka", "--role", "admin", "--data", _home.FullName));
        using var database = new PostgresDatabase(before);
        Assert.Equal(Roles.Admin, (await new PostgresAccountStore(database).FindByKey("tanaka"))!.Role);
        Assert.Empty(_home.EnumerateFiles("*.db"));
        await new PostgresVisitorStore(database, TimeProvider.System).Add(new Vote("article/x", Locale.Ja, "aaaaaaaaaaaa", false, VoteReason.NotMyCase, "タブ\tと 改行\nと \\N"), Visitor.At(null));
        var notes = new PostgresNoteStore(database);
        var subject = new DeskSubject(ReplySubject.Code, "code/0xC004F213", "0xC004F213");
        for (var i = 0; i < 3; i++) Assert.True(await notes.Add(Note.Write(subject, $"note {i}", "mika", DateTimeOffset.UnixEpoch)!));
        Ring(database, "one").StoreElement(new("key", "secret"), "one");

        var file = Path.Combine(_home.FullName, "site.zip");
        var made = Do(before, "", "backup", "--content", _content.Folder, "--data", _home.FullName, "--out", file);
        Assert.True(made.Code == 1 && made.Errors.Contains("no history in git", StringComparison.Ordinal), made.ToString());
        var restored = Do(after, "", "restore", file, "--content", Path.Combine(_home.FullName, "content"), "--data", Path.Combine(_home.FullName, "data"));
        Assert.True(restored is (0, _, ""), restored.ToString());

        using var second = new PostgresDatabase(after);
        var vote = Assert.Single(await new PostgresVisitorStore(second, TimeProvider.System).Votes());
        Assert.Equal(("article/x", 1L, "タブ\tと 改行\nと \\N"), (vote.Page, vote.Unhelpful, Assert.Single(vote.Queries)));
        var kept = new PostgresNoteStore(second);
        Assert.True(await kept.Add(Note.Write(subject, "later", "jo", DateTimeOffset.UnixEpoch)!));
        Assert.Equal(["note 0", "note 1", "note 2", "later"], (await kept.Notes(subject.Key)).Select(n => n.Text));
        Assert.Equal("<key>secret</key>", Assert.Single(Ring(second, "two").GetAllElements()).ToString());
        Assert.Contains("tanaka", Do(after, "", "account", "list", "--data", _home.FullName).Output, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "A database that holds something, or is away, takes no backup")]
    public void FullDatabasesAreRefused()
    {
        var (before, other) = (server.NewDatabase(), server.NewDatabase());
        var file = Path.Combine(_home.FullName, "site.zip");
        Assert.Equal(1, Do(before, "", "backup", "--content", _content.Folder, "--data", _home.FullName, "--out", file).Code);
        Assert.Equal(0, Do(other, Password, "account", "add", "suzuki", "--role", "admin", "--data", _home.FullName).Code);
        string[] restore = ["restore", file, "--content", Path.Combine(_home.FullName, "content"), "--data", Path.Combine(_home.FullName, "data")];
        var full = Do(other, "", restore);
        Assert.True(full.Code == 2 && full.Errors.Contains("not empty", StringComparison.Ordinal), full.ToString());
        var away = Do("Host=/nowhere;Database=none", "", restore);
        Assert.True(away.Code == 2 && away.Errors.Contains("cannot be reached", StringComparison.Ordinal), away.ToString());
        var unnamed = Kb.RunWith("", new() { ["KnowledgeBase__Storage__Provider"] = "Postgres" }, restore);
        Assert.True(unnamed.Code == 2 && unnamed.Errors.Contains("ConnectionString is missing", StringComparison.Ordinal), unnamed.ToString());
    }

    public void Dispose()
    {
        _content.Dispose();
        _home.Delete(true);
    }

    private PostgresKeyRing Ring(PostgresDatabase database, string folder) => new(database, new(Path.Combine(_home.FullName, folder), NullLoggerFactory.Instance));

    private static (int Code, string Output, string Errors) Do(string database, string input, params string[] arguments) =>
        Kb.RunWith(input, new() { ["KnowledgeBase__Storage__Provider"] = "Postgres", ["KnowledgeBase__Storage__ConnectionString"] = database }, arguments);
}
