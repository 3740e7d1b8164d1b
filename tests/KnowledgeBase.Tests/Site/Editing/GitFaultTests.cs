using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using static KnowledgeBase.Site.Editing.SaveResult;

namespace KnowledgeBase.Tests.Site.Editing;

/// <summary>Git missing, locked, hanging or damaged never fails a save, and what waits is committed later.</summary>
public sealed class GitFaultTests
{
    private const string Impact = "articles/hardware/hardware-change-impact.en.md";

    [Theory(DisplayName = "F12: with git missing or hanging the save stands, says that its commit waits, and is committed later in the editor's name")]
    [InlineData("no-such-git", "could not be started")]
    [InlineData("hanging", "did not answer")]
    public async Task A_git_that_does_not_work_fails_no_save(string program, string words)
    {
        using var content = TempContent.CopyOf("tests", "data", "site");
        if (program == "hanging")
        {
            program = Path.Combine(content.Folder, "..", "hanging-git");
            File.WriteAllText(program, "#!/bin/sh\nsleep 60\n");
            Executable(program);
        }
        using var desk = new EditingDesk(content: content, gitProgram: program);
        var saved = Assert.IsType<Saved>(await desk.Save(Impact, "title: ", "title: One "));
        Assert.Equal((SaveProgress.CommitPending, null), (saved.Progress, saved.Commit));
        Assert.Contains(words, saved.Problem);
        Assert.IsType<Saved>(await desk.Save(Impact, "title: One ", "title: Two ", "Second", author: EditingDesk.Ben));
        Assert.StartsWith("Two ", desk.Site.Content.Articles.Single(a => a.Path == Impact).Title);
        using var mended = new EditingDesk(content: content);
        await mended.Get<EditingUpkeep>().Run();
        Assert.Equal("Ben Smith Second\nAya Tanaka Say it better\nHand Begin", mended.Git("log", "--format=%an %s"));
        Assert.Contains("title: One ", mended.Git("show", "HEAD~1:" + Impact));
        Assert.Equal("", mended.Git("status", "--porcelain"));
        Assert.Null(mended.Get<EditingUpkeep>().Problem);
    }

    [Fact(DisplayName = "F10: a lock of the index that somebody left holds up no commit, and is not ours to remove")]
    public async Task A_foreign_index_lock_holds_up_nothing()
    {
        using var desk = new EditingDesk();
        desk.Content.Write(".git/index.lock", "");
        Assert.Equal(SaveProgress.Committed, Assert.IsType<Saved>(await desk.Save(Impact, "title: ", "title: New ")).Progress);
        Assert.True(File.Exists(desk.Content.At(".git/index.lock")));
        Assert.Contains("title: New ", desk.Git("show", "HEAD:" + Impact));
    }

    [Theory(DisplayName = "F10: a lock of the branch that somebody left lets the save wait for its commit, and says so")]
    [InlineData(".git/HEAD.lock")]
    [InlineData(".git/refs/heads/main.lock")]
    public async Task A_foreign_branch_lock_lets_the_commit_wait(string path)
    {
        using var desk = new EditingDesk();
        desk.Content.Write(path, "");
        File.SetLastWriteTimeUtc(desk.Content.At(path), DateTime.UtcNow.AddHours(-1));
        var saved = Assert.IsType<Saved>(await desk.Save(Impact, "title: ", "title: New "));
        Assert.Equal(SaveProgress.CommitPending, saved.Progress);
        Assert.Contains("lock", saved.Problem);
        Assert.True(File.Exists(desk.Content.At(path)));
        desk.Content.Delete(path);
        await desk.Get<EditingUpkeep>().Run();
        Assert.Equal("Say it better", desk.Git("log", "-1", "--format=%s"));
        Assert.Equal("", desk.Git("status", "--porcelain"));
    }

    [Fact(DisplayName = "F10: a lock that carries our mark and whose owner is dead is removed")]
    public async Task Our_own_lock_is_removed_when_its_owner_is_dead()
    {
        using var desk = new EditingDesk();
        desk.Content.Write(".git/index.lock", "knowledge-base 999999999 1");
        await desk.Save(Impact, "title: ", "title: New ");
        Assert.False(File.Exists(desk.Content.At(".git/index.lock")));
        Assert.Equal("", desk.Git("status", "--porcelain"));
    }

    [Theory(DisplayName = "F10: an empty lock of the index is removed where it is as old as the commit that a dead process of ours was making, and only then")]
    [InlineData(0, true)]
    [InlineData(-60, false)]
    public async Task An_empty_lock_of_an_interrupted_save_is_removed(int secondsAfter, bool removed)
    {
        using var content = TempContent.CopyOf("tests", "data", "site");
        using (var desk = new EditingDesk(content: content))
        {
            var file = desk.Open(Impact);
            var after = System.Text.Encoding.UTF8.GetBytes(file.Text + "\nMore.\n");
            var journal = new SaveJournal(desk.Data);
            var entry = journal.MarkWritten(journal.Begin(new("Aya", "aya@kb.example", "Interrupted\n\nChange-Class: minor\n", 1_790_000_000, [new(file.Path, file.Revision, after)])));
            content.Write(file.Path, after);
            journal.MarkCommit(entry, desk.Git("rev-parse", "HEAD"));
        }

        content.Write(".git/index.lock", "");
        File.SetLastWriteTimeUtc(content.At(".git/index.lock"), DateTime.UtcNow.AddSeconds(secondsAfter));
        using var next = new EditingDesk(content: content);
        await next.Get<EditingUpkeep>().Recover();
        Assert.Equal(removed, !File.Exists(content.At(".git/index.lock")));
    }

    [Fact(DisplayName = "F01: the lock of the index names its owner from its first moment, and is taken once")]
    public async Task A_lock_is_never_empty()
    {
        using var folder = new TempContent();
        using var stop = new CancellationTokenSource();
        var lockFile = folder.At("index.lock");
        var seen = Task.Run(() =>
        {
            var empty = 0;
            while (!stop.IsCancellationRequested)
                if (new FileInfo(lockFile) is { Exists: true, Length: 0 }) empty++;
            return empty;
        });
        for (var turn = 0; turn < 2000; turn++)
        {
            Assert.NotNull(RepositoryFiles.BeginIndex(folder.Folder));
            Assert.Null(RepositoryFiles.BeginIndex(folder.Folder));
            RepositoryFiles.EndIndex(folder.Folder, keep: false);
        }

        await stop.CancelAsync();
        Assert.Equal(0, await seen);
        Assert.Empty(Directory.GetFiles(folder.Folder));
    }

    [Fact(DisplayName = "F11: a damaged index holds up no commit, and one command mends it")]
    public async Task A_damaged_index_holds_up_nothing()
    {
        using var desk = new EditingDesk();
        var bytes = File.ReadAllBytes(desk.Content.At(".git/index"));
        bytes[bytes.Length / 2] ^= 0xFF;
        desk.Content.Write(".git/index", bytes);
        Assert.Equal(SaveProgress.Committed, Assert.IsType<Saved>(await desk.Save(Impact, "title: ", "title: New ")).Progress);
        desk.Content.Delete(".git/index");
        desk.Git("reset", "-q");
        Assert.Equal("", desk.Git("status", "--porcelain"));
    }

    [Fact(DisplayName = "F11: with HEAD empty the text is safe on the disk and the commit follows when it is mended")]
    public async Task An_empty_head_loses_nothing()
    {
        using var desk = new EditingDesk();
        desk.Content.Write(".git/HEAD", "");
        Assert.Equal(SaveProgress.CommitPending, Assert.IsType<Saved>(await desk.Save(Impact, "title: ", "title: New ")).Progress);
        Assert.Contains("title: New ", desk.Content.Read(Impact));
        desk.Content.Write(".git/HEAD", "ref: refs/heads/main\n");
        await desk.Get<EditingUpkeep>().Run();
        Assert.Equal("", desk.Git("status", "--porcelain"));
    }

    [Fact(DisplayName = "Hooks, signing and the user's configuration do not run")]
    public async Task Hooks_do_not_run()
    {
        using var desk = new EditingDesk();
        desk.Content.Write(".git/hooks/pre-commit", "#!/bin/sh\ntouch hook-ran\nexit 1\n");
        desk.Content.Write(".git/hooks/post-index-change", "#!/bin/sh\ntouch hook-ran\n");
        desk.Content.Write(".git/hooks/reference-transaction", "#!/bin/sh\ntouch hook-ran\nexit 1\n");
        foreach (var hook in new[] { "pre-commit", "post-index-change", "reference-transaction" }) Executable(desk.Content.At(".git/hooks/" + hook));
        desk.Git("config", "commit.gpgSign", "true");
        Assert.Equal(SaveProgress.Committed, Assert.IsType<Saved>(await desk.Save(Impact, "title: ", "title: New ")).Progress);
        Assert.Empty(Directory.EnumerateFiles(desk.Content.Folder, "hook-ran", SearchOption.AllDirectories));
    }

    [Fact(DisplayName = "F01: a save that was interrupted after its journal entry is brought to its end, all files of it")]
    public async Task An_interrupted_save_is_finished()
    {
        using var content = TempContent.CopyOf("tests", "data", "site");
        using (var desk = new EditingDesk(content: content))
        {
            var (en, ja) = (desk.Open(Impact), desk.Open(Impact.Replace(".en.", ".ja.")));
            byte[] Bytes(EditableFile file) => System.Text.Encoding.UTF8.GetBytes(file.Text + "\nMore.\n");
            var journal = new SaveJournal(desk.Data);
            journal.Begin(new("Aya", "aya@kb.example", "Interrupted\n\nChange-Class: minor\n", 1_790_000_000, [new(en.Path, en.Revision, Bytes(en)), new(ja.Path, ja.Revision, Bytes(ja))]));
            // The first file was already in place, and a temporary one lay beside it.
            content.Write(en.Path, Bytes(en));
            content.Write(Path.GetDirectoryName(en.Path) + "/" + DurableWrite.Prefix + "x-1.tmp", "half");
            File.WriteAllText(Path.Combine(desk.Data, "editing", "journal", "000000000002.writing.json.tmp"), "half");
        }
        using var next = new EditingDesk(content: content);
        await next.Get<EditingUpkeep>().Recover();
        Assert.EndsWith("\nMore.\n", content.Read(Impact));
        Assert.EndsWith("\nMore.\n", content.Read(Impact.Replace(".en.", ".ja.")));
        Assert.Equal("Aya Interrupted", next.Git("log", "-1", "--format=%an %s"));
        Assert.Equal("", next.Git("status", "--porcelain", "--ignored"));
        Assert.Empty(Directory.GetFiles(Path.Combine(next.Data, "editing", "journal")));
    }

    [Fact]
    public async Task A_deletion_that_was_interrupted_ends_as_a_deletion()
    {
        using var desk = new EditingDesk();
        var reply = desk.Open("redirects.yaml");
        new SaveJournal(desk.Data).Begin(new("Aya", "aya@kb.example", "Gone\n", 1_790_000_000, [new(reply.Path, reply.Revision, null)]));
        await desk.Get<EditingUpkeep>().Recover();
        Assert.False(File.Exists(desk.Content.At("redirects.yaml")));
        Assert.Equal("", desk.Git("status", "--porcelain"));
        Assert.DoesNotContain("redirects.yaml", desk.Git("ls-files"));
    }

    [Fact]
    public async Task A_later_text_is_not_overwritten_by_an_interrupted_save()
    {
        using var desk = new EditingDesk();
        var en = desk.Open(Impact);
        new SaveJournal(desk.Data).Begin(new("Aya", "aya@kb.example", "Interrupted\n", 1_790_000_000, [new(en.Path, en.Revision, "old"u8.ToArray())]));
        desk.Content.Change(Impact, "title: ", "title: By hand ");
        await desk.Get<EditingUpkeep>().Recover();
        Assert.Contains("title: By hand ", desk.Content.Read(Impact));
    }

    private static void Executable(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
