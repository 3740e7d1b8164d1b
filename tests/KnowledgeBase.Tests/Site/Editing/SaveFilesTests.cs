using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Site.Editing.SaveResult;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class SaveFilesTests : IDisposable
{
    private const string Impact = "articles/hardware/hardware-change-impact.en.md";
    private readonly EditingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_save_is_on_the_disk_committed_in_the_editors_name_and_live()
    {
        var saved = Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", "title: New: ".Replace("New: ", "New "), "Name it anew\n\nBecause readers asked.", ChangeClass.Major));
        Assert.Equal(SaveProgress.Committed, saved.Progress);
        Assert.Contains("title: New ", _desk.Content.Read(Impact));
        Assert.StartsWith("New ", _desk.Site.Content.Articles.Single(a => a.Path == Impact).Title);
        Assert.Equal(saved.Files.Single().Revision, _desk.Site.Content.Articles.Single(a => a.Path == Impact).Revision);
        Assert.Equal(saved.Commit, _desk.Git("rev-parse", "HEAD"));
        Assert.Equal("Aya Tanaka <aya@kb.example>|Knowledge base <editing@knowledge-base.invalid>", _desk.Git("log", "-1", "--format=%an <%ae>|%cn <%ce>"));
        Assert.Equal("Name it anew\n\nBecause readers asked.\n\nChange-Class: major", _desk.Git("log", "-1", "--format=%B").TrimEnd());
        Assert.Equal(Impact, _desk.Git("show", "--format=", "--name-only", "HEAD"));
        Assert.Equal("", _desk.Git("status", "--porcelain"));
        Assert.Equal("", _desk.Git("fsck", "--full", "--no-dangling"));
    }

    [Fact]
    public async Task Several_files_are_one_commit()
    {
        var (en, ja) = (_desk.Edit(Impact, "title: ", "title: Both "), _desk.Edit(Impact.Replace(".en.", ".ja."), "title: ", "title: 両方 "));
        Assert.IsType<Saved>(await _desk.Files.Save(new([en, ja], EditingDesk.Ben, "", ChangeClass.Typo)));
        Assert.Equal(2, _desk.Git("show", "--format=", "--name-only", "HEAD").Split('\n').Length);
        Assert.Equal($"Edit {Impact} and 1 more", _desk.Git("log", "-1", "--format=%s"));
        Assert.Equal("2", _desk.Git("rev-list", "--count", "HEAD"));
    }

    [Fact(DisplayName = "Feature 85: a save that would break a link from another page is refused with file and line, and the text stays whole")]
    public async Task A_save_that_breaks_another_page_is_refused()
    {
        var before = _desk.Content.Read("articles/errors/fix-0xc004f211/index.en.md");
        var (en, ja) = (_desk.Open("articles/errors/fix-0xc004f211/index.en.md"), _desk.Open("articles/errors/fix-0xc004f211/index.ja.md"));
        Assert.Contains("{#steps}", en.Text);
        var changes = new[] { en, ja }.Select(f => new FileChange(f.Path, f.Revision, f.Text.Replace("{#steps}", "{#do-it}"))).ToList();
        var invalid = Assert.IsType<Invalid>(await _desk.Files.Save(new(changes, EditingDesk.Aya, "Rename", ChangeClass.Minor)));
        Assert.Equal([12, 23], invalid.Problems.Where(p => p.File == "codes/0xC004F211.yaml" && p.Rule == DiagnosticRule.BrokenAnchor).Select(p => p.Line));
        Assert.Contains(invalid.Problems, p => p.File == "guides/windows-activation.yaml");
        Assert.Equal(before, _desk.Content.Read(en.Path));
        Assert.Equal("1", _desk.Git("rev-list", "--count", "HEAD"));
        Assert.NotEmpty(await _desk.Files.Check(changes));
    }

    [Fact]
    public async Task Mistakes_that_were_there_before_do_not_hold_up_a_save()
    {
        _desk.Content.Change(Impact, "\n---\n\n", "\n---\n\nSee [nothing](/a/nothing-here).\n\n");
        Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", "title: Still "));
        var invalid = Assert.IsType<Invalid>(await _desk.Save(Impact, "See [nothing]", "See [nothing](/a/nothing-here), [nothing]"));
        Assert.Equal(DiagnosticRule.BrokenLink, invalid.Problems.Select(p => p.Rule).First());
    }

    [Fact(DisplayName = "A save asks every golden query once: what the last one found is what the next one starts from")]
    public async Task Queries_are_asked_once()
    {
        var check = _desk.Get<CandidateCheck>();
        Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", "title: New "));
        var before = check.TimesAsked;
        for (var i = 1; i <= 3; i++)
        {
            Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", $"title: {i} "));
            // Somebody types meanwhile.
            await _desk.Files.Look([_desk.Edit(Impact, "title: ", "title: Typed ")]);
            Assert.Equal(before + i, check.TimesAsked);
        }
        Assert.IsType<Invalid>(await _desk.Save(Impact, "\n---\n\n", "\n---\n\nSee [nothing](/a/nothing-here).\n\n"));
        Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", "title: After "));
        Assert.Equal(before + 5, check.TimesAsked);
    }

    [Fact(DisplayName = "What came and went past the site between two saves counts as it is now, not as the last save left it")]
    public async Task Changes_by_hand_move_the_baseline()
    {
        const string other = "articles/activation/check-activation-state.ja.md";
        Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", "title: New "));
        _desk.Content.Change(other, "\n---\n\n", "\n---\n\n[無し](/a/nothing-here)\n\n");
        Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", "title: Still "));
        _desk.Content.Change(other, "[無し](/a/nothing-here)\n\n", "");
        var invalid = Assert.IsType<Invalid>(await _desk.Save(other, "\n---\n\n", "\n---\n\n[無し](/a/nothing-here)\n\n"));
        Assert.Equal(other, invalid.Problems.Single().File);
        // A golden query that stopped working by hand is nobody's mistake who saves something else.
        _desk.Content.Change("articles/errors/fix-0xc004f211/index.en.md", "bring back an activation from the troubleshooter", "motherboard memory graphics card");
        Assert.IsType<Saved>(await _desk.Save(Impact, "summary: ", "summary: Again "));
    }

    [Fact(DisplayName = "F25: of many saves of the same base one succeeds and the others see its text; none is lost")]
    public async Task One_of_many_wins()
    {
        for (var round = 0; round < 3; round++)
        {
            var file = _desk.Open(Impact);
            var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => _desk.Files.Save(
                new([new(Impact, file.Revision, file.Text.Replace("\n---\n\n", $"\n---\n\nRound {round}, editor {i}.\n\n"))], EditingDesk.Ben, $"Editor {i}", ChangeClass.Minor)))));
            var saved = Assert.Single(results.OfType<Saved>());
            Assert.Equal(19, results.OfType<Conflict>().Count());
            Assert.All(results.OfType<Conflict>(), c => Assert.Contains($"Round {round}, editor ", c.Files.Single().Theirs));
            Assert.All(results.OfType<Conflict>(), c => Assert.Equal(saved.Files[0].Revision, c.Files.Single().TheirRevision));
        }
        Assert.Equal("4", _desk.Git("rev-list", "--count", "HEAD"));
    }

    [Fact(DisplayName = "Changes in different places merge by themselves, with the base taken from the history")]
    public async Task A_conflict_offers_a_merge()
    {
        var file = _desk.Open(Impact);
        var first = file.Text.Split('\n')[1];
        Assert.IsType<Saved>(await _desk.Files.Save(new([new(Impact, file.Revision, file.Text.Replace(first, first + " now"))], EditingDesk.Ben, "Title", ChangeClass.Minor)));
        var mine = new FileChange(Impact, file.Revision, file.Text.TrimEnd('\n') + "\n\nOne more sentence.\n");
        var conflict = Assert.IsType<Conflict>(await _desk.Files.Save(new([mine], EditingDesk.Aya, "More", ChangeClass.Minor))).Files.Single();
        Assert.Equal(file.Text, conflict.Base);
        Assert.Equal(0, conflict.Merged!.Clashes);
        Assert.Contains(first + " now", conflict.Merged.Text);
        Assert.Contains("One more sentence.", conflict.Merged.Text);
        Assert.IsType<Saved>(await _desk.Files.Save(new([mine with { BaseRevision = conflict.TheirRevision, Text = conflict.Merged.Text }], EditingDesk.Aya, "Both", ChangeClass.Minor)));
    }

    [Fact]
    public async Task A_file_that_is_new_or_gone_meanwhile_is_a_conflict_too()
    {
        Assert.IsType<Conflict>(await _desk.Files.Save(new([new("redirects.yaml", null, "{}\n")], EditingDesk.Aya, "New", ChangeClass.Minor)));
        Assert.IsType<Conflict>(await _desk.Files.Save(new([FileChange.Delete("snippets/nothing.ja.md", "0123456789ab")], EditingDesk.Aya, "Gone", ChangeClass.Minor)));
    }

    [Fact]
    public async Task A_new_article_needs_both_languages_unless_its_author_is_not_ready_for_a_translation()
    {
        const string text = "---\ntitle: Brand new\nsummary: It is new.\n---\n\nText.\n";
        var alone = new FileChange("articles/errors/brand-new.en.md", null, text);
        Assert.Contains(DiagnosticRule.MissingTranslation, Assert.IsType<Invalid>(await _desk.Files.Save(new([alone], EditingDesk.Aya, "New", ChangeClass.Minor))).Problems.Select(p => p.Rule));
        Assert.IsType<Saved>(await _desk.Files.Save(new([alone with { Text = text.Replace("---\n\n", "ready-to-translate: false\n---\n\n") }], EditingDesk.Aya, "New", ChangeClass.Minor)));
        Assert.Equal("", _desk.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task Without_a_repository_the_save_is_on_the_disk_and_says_so()
    {
        using var desk = new EditingDesk(git: false);
        var saved = Assert.IsType<Saved>(await desk.Save(Impact, "title: ", "title: New "));
        Assert.Equal((SaveProgress.OnDisk, null, null), (saved.Progress, saved.Commit, saved.Problem));
    }

    [Fact]
    public async Task Editing_can_be_switched_off_and_wants_an_author()
    {
        using var desk = new EditingDesk(git: false, set: o => o.Editing.Enabled = false);
        Assert.Equal(SaveRefusal.EditingOff, Assert.IsType<Refused>(await desk.Save(Impact, "title: ", "title: New ")).Reason);
        Assert.Equal(SaveRefusal.Author, Assert.IsType<Refused>(await _desk.Save(Impact, "title: ", "title: New ", author: new("<>", "a@b.example"))).Reason);
        Assert.Equal(SaveRefusal.Text, Assert.IsType<Refused>(await _desk.Files.Save(new([], EditingDesk.Aya, "", ChangeClass.Typo))).Reason);
        Assert.Equal(SaveRefusal.Text, Assert.IsType<Refused>(await _desk.Save(Impact, "title: ", "title: \uD800 ")).Reason);
        Assert.Equal(SaveRefusal.Text, Assert.IsType<Refused>(await _desk.Save(Impact, "title: ", new string('x', 300_000))).Reason);
    }

    [Fact]
    public async Task A_picture_is_taken_only_where_its_bytes_are_what_its_name_says()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        SaveRequest Upload(string path, byte[] bytes) => new([new(path, null, null) { Picture = bytes }], EditingDesk.Aya, "Picture", ChangeClass.Minor);
        Assert.IsType<Saved>(await _desk.Files.Save(Upload("media/new.png", png)));
        Assert.Equal(png, File.ReadAllBytes(_desk.Content.At("media/new.png")));
        Assert.Equal(SaveRefusal.Text, Assert.IsType<Refused>(await _desk.Files.Save(Upload("media/new.jpg", png))).Reason);
        Assert.Equal(SaveRefusal.Text, Assert.IsType<Refused>(await _desk.Files.Save(Upload("media/html.png", "<script>"u8.ToArray()))).Reason);
        Assert.Equal(SaveRefusal.Path, Assert.IsType<Refused>(await _desk.Files.Save(Upload("media/x.svg", "<svg/>"u8.ToArray()))).Reason);
    }

    [Fact(DisplayName = "F21: saving a file with CRLF and a byte order mark changes the touched line only")]
    public async Task Other_lines_keep_their_bytes()
    {
        _desk.Content.Write(Impact, Encoding.UTF8.GetBytes("\uFEFF" + _desk.Content.Read(Impact).Replace("\n", "\r\n")));
        _desk.CommitByHand("Windows");
        Assert.IsType<Saved>(await _desk.Save(Impact, "title: ", "title: New "));
        Assert.Equal("1\t1\t" + Impact, _desk.Git("diff", "--numstat", "HEAD~1", "HEAD"));
    }
}
