using System.IO.Compression;
using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Site.Editing;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class SiteBackupTests : IDisposable
{
    private const string En = "articles/hardware/hardware-change-impact.en.md";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-backup-");
    private readonly EditingDesk _desk = new();

    private string Backup => Path.Combine(_home.FullName, "site.zip");

    [Fact(DisplayName = "F33: a backup made while the site runs brings back every file, the history, votes, accounts and keys")]
    public async Task EverythingComesBack()
    {
        Assert.IsType<SaveResult.Saved>(await _desk.Save(En, "title: ", "title: Saved "));
        _desk.Content.Write("media/図.svg", "<svg/>");
        _desk.Content.Change(En, "Saved ", "By hand ");
        await _desk.Get<AccountBook>().Add("test", "tanaka", Roles.Admin, "ten green lamps stand");
        await _desk.Get<IVisitorStore>().Add(new Vote("article/x", Locale.En, "aaaaaaaaaaaa", true, null, null), Visitor.At(null));
        var keys = Path.Combine(_desk.Data, DataKeys.FolderName);
        Directory.CreateDirectory(keys);
        await File.WriteAllTextAsync(Path.Combine(keys, "key-1.xml"), "<key/>");

        var made = Assert.IsType<BackupResult.Done>(await _desk.Get<SiteBackup>().Make(Backup));
        Assert.Empty(made.Problems);
        Assert.Equal(_desk.Git("rev-parse", "HEAD"), made.Manifest.Commit);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));

        using var restored = new Place(_home);
        Assert.Empty(Assert.IsType<BackupResult.Done>(await restored.Backup.Restore(Backup)).Problems);
        Assert.Equal(Files(_desk.Content.Folder), Files(restored.Content));
        Assert.Equal(_desk.Git("log", "--format=%H %an %s"), EditingDesk.Run(restored.Content, "log", "--format=%H %an %s"));
        Assert.Equal("main", EditingDesk.Run(restored.Content, "branch", "--show-current"));
        Assert.Equal(_desk.Git("status", "--porcelain"), EditingDesk.Run(restored.Content, "status", "--porcelain"));
        Assert.Equal("", EditingDesk.Run(restored.Content, "fsck", "--full", "--no-dangling"));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(restored.Data, DataKeys.FolderName, "key-1.xml")));
        using var visitors = new SqliteVisitorStore(restored.Data, TimeProvider.System);
        Assert.Equal(1, Assert.Single(await visitors.Votes()).Helpful);
        using var accounts = new SqliteAccountStore(restored.Data);
        Assert.Equal(Roles.Admin, (await accounts.FindByKey("tanaka"))!.Role);
    }

    [Fact(DisplayName = "A save that waits for its commit is in the backup, and is committed after the restore")]
    public async Task WaitingSavesComeBack()
    {
        using var desk = new EditingDesk(gitProgram: "no-such-git");
        Assert.Equal(SaveProgress.CommitPending, Assert.IsType<SaveResult.Saved>(await desk.Save(En, "title: ", "title: Waits ")).Progress);
        // As soon as git works again, but before the next round.
        using var mended = new EditingDesk(content: desk.Content);
        Assert.IsType<BackupResult.Done>(await mended.Get<SiteBackup>().Make(Backup));
        using var restored = new Place(_home);
        Assert.IsType<BackupResult.Done>(await restored.Backup.Restore(Backup));
        Assert.Equal("Begin", EditingDesk.Run(restored.Content, "log", "--format=%s"));
        await restored.Upkeep();
        Assert.Equal("Say it better\nBegin", EditingDesk.Run(restored.Content, "log", "--format=%s"));
        Assert.Equal("", EditingDesk.Run(restored.Content, "status", "--porcelain"));
    }

    [Fact(DisplayName = "Nothing that is there is overwritten, by a backup or by a restore")]
    public async Task NothingIsOverwritten()
    {
        await File.WriteAllTextAsync(Backup, "other");
        Assert.Contains("there already", Assert.IsType<BackupResult.Refused>(await _desk.Get<SiteBackup>().Make(Backup)).Reason);
        Assert.Equal("other", await File.ReadAllTextAsync(Backup));
        File.Delete(Backup);
        Assert.IsType<BackupResult.Done>(await _desk.Get<SiteBackup>().Make(Backup));
        Assert.Contains("not empty", Assert.IsType<BackupResult.Refused>(await _desk.Get<SiteBackup>().Restore(Backup)).Reason);
        using var place = new Place(_home);
        Directory.CreateDirectory(place.Data);
        await File.WriteAllTextAsync(Path.Combine(place.Data, "visitors.db"), "");
        Assert.Contains("not empty", Assert.IsType<BackupResult.Refused>(await place.Backup.Restore(Backup)).Reason);
        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Content));
    }

    [Theory(DisplayName = "A backup that was changed, cut or made up is refused before anything is written")]
    [InlineData("byte", "damaged|cannot|corrupt|Local file header|offset")]
    [InlineData("more", "not in its list")]
    [InlineData("climb", "leads out")]
    [InlineData("cut", "")]
    [InlineData("newer", "newer version")]
    public async Task DamagedBackupsAreRefused(string fault, string reason)
    {
        Assert.IsType<BackupResult.Done>(await _desk.Get<SiteBackup>().Make(Backup));
        Damage(fault);
        using var place = new Place(_home);
        Assert.Matches(reason, Assert.IsType<BackupResult.Refused>(await place.Backup.Restore(Backup)).Reason);
        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Content));
        Assert.False(File.Exists(Path.Combine(_home.FullName, "climbed.txt")));
    }

    [Fact(DisplayName = "F14: a database that is damaged is left out of the backup and named; the rest is kept")]
    public async Task DamagedStoresAreNamed()
    {
        using (var store = new SqliteVisitorStore(_desk.Data, TimeProvider.System))
            for (byte i = 0; i < 200; i++) await store.Add(new Vote("article/x" + i, Locale.En, "aaaaaaaaaaaa", true, null, new string('q', 100)), Visitor.At(new([10, 0, 0, i])));
        await File.WriteAllBytesAsync(Path.Combine(_desk.Data, "accounts.db"), Encoding.ASCII.GetBytes("not a database, but long enough to be looked at as one, is it not? " + new string('x', 4000)));
        var made = Assert.IsType<BackupResult.Done>(await _desk.Get<SiteBackup>().Make(Backup));
        Assert.Contains("accounts.db", Assert.Single(made.Problems));
        Assert.Contains(made.Manifest.Entries, e => e.Name == "data/visitors.db");
    }

    public void Dispose()
    {
        _desk.Dispose();
        _home.Delete(true);
    }

    private void Damage(string fault)
    {
        if (fault is "cut" or "byte")
        {
            using var file = File.Open(Backup, FileMode.Open);
            if (fault == "cut") file.SetLength(file.Length / 2);
            else
            {
                // Within what the first file was packed to, behind its header.
                file.Position = 120;
                var one = file.ReadByte();
                file.Position = 120;
                file.WriteByte((byte)(one ^ 0x55));
            }

            return;
        }

        using var archive = ZipFile.Open(Backup, ZipArchiveMode.Update);
        if (fault == "more") archive.CreateEntry("content/extra.md");
        else
        {
            var entry = archive.GetEntry("manifest.json")!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open());
            writer.Write(fault == "newer" ? text.Replace("\"format\": 1", "\"format\": 99") : text.Replace("\"entries\": [", "\"entries\": [ {\"name\": \"content/../../climbed.txt\", \"bytes\": 1, \"sha256\": \"x\"},"));
            if (fault != "climb") return;
            writer.Dispose();
            using var climbing = new StreamWriter(archive.CreateEntry("content/../../climbed.txt").Open());
            climbing.Write("x");
        }
    }

    /// <summary>Every file of the working tree with its bytes.</summary>
    private static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(f => !f.StartsWith(".git/")).Order(StringComparer.Ordinal).Select(f => $"{f} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, f))))}")];

    /// <summary>Empty folders of another machine.</summary>
    private sealed class Place : IDisposable
    {
        private readonly EditingLock _lock;
        private readonly ContentWorkspace _workspace;
        private readonly GitRepository _git;

        public Place(DirectoryInfo home)
        {
            Content = home.CreateSubdirectory("content").FullName;
            Data = Path.Combine(home.FullName, "data");
            var (content, data) = (new SiteContentFolder(Content), new SiteDataFolder(Data));
            _lock = new(content, TimeProvider.System);
            _workspace = new(content, data, new(content), _lock);
            _git = new(content, Options.Create(new SiteOptions()));
            Backup = new(_workspace, _git, data, new SqliteCopy(data), TimeProvider.System);
        }

        public string Content { get; }

        public string Data { get; }

        public SiteBackup Backup { get; }

        /// <summary>Commits what waits, as the site does at its start.</summary>
        public async Task Upkeep()
        {
            var commits = new PendingCommits(_workspace, _git, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<PendingCommits>.Instance);
            using var turn = await _lock.Take(TimeSpan.FromSeconds(5), CancellationToken.None);
            commits.Recover();
            await commits.Commit(null, isRetry: true, CancellationToken.None);
            Assert.Null(commits.Problem);
        }

        public void Dispose() => _lock.Dispose();
    }
}
