using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Site.Editing.SaveResult;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class HistoryTests : IDisposable
{
    private const string En = "articles/hardware/hardware-change-impact.en.md";
    private const string Ja = "articles/hardware/hardware-change-impact.ja.md";
    private readonly EditingDesk _desk = new();

    private ContentHistory History => _desk.Get<ContentHistory>();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Each_change_says_who_when_why_and_how_much_it_means()
    {
        await _desk.Save(En, "title: ", "title: One ", "First\n\nThe reason.", ChangeClass.Typo);
        await _desk.Save(En, "title: One ", "title: Two ", "Second", ChangeClass.Major, EditingDesk.Ben);
        await _desk.Save(Ja, "title: ", "title: 三 ", "Third");
        var entries = await History.Of(En);
        Assert.Equal(["Second", "First", "Begin"], entries.Select(e => e.Subject));
        Assert.Equal([ChangeClass.Major, ChangeClass.Typo, null], entries.Select(e => e.Class));
        Assert.Equal([EditingDesk.Ben, EditingDesk.Aya], entries.Take(2).Select(e => e.Author));
        Assert.Equal("The reason.", entries[1].Body);
        var article = await History.OfArticle(_desk.Site.Content.Articles.Where(a => a.Path is En or Ja));
        Assert.Equal(["Third", "Second", "First", "Begin"], article.Select(e => e.Subject));
        Assert.Null(History.Problem);
    }

    [Fact]
    public async Task A_change_is_shown_by_lines_and_words_and_its_text_as_readers_saw_it()
    {
        await _desk.Save(En, "title: ", "title: Surely ");
        var entry = (await History.Of(En))[0];
        var diff = await History.Diff(entry.Files.Single());
        Assert.Equal((1, 1), (diff.Added, diff.Removed));
        Assert.Equal("Surely ", string.Concat(diff.Lines.Single(l => l.Kind == DiffKind.Added).Parts.Where(p => p.IsChanged).Select(p => p.Text)));
        Assert.InRange(diff.Near(2).Lines.Count, 4, 8);
        var before = (await History.Of(En))[1].Commit;
        Assert.DoesNotContain("Surely", (await History.Rendered(En, before))!.Title);
        Assert.StartsWith("Surely", (await History.Rendered(En, entry.Commit))!.Title);
        Assert.Null(await History.Text(En, "HEAD"));
        Assert.Null(await History.Text("../../etc/passwd", entry.Commit));
    }

    [Fact]
    public async Task An_old_text_is_restored_by_a_save_of_its_own()
    {
        var old = _desk.Open(En);
        await _desk.Save(En, "title: ", "title: Wrong ");
        var text = await History.Text(En, (await History.Of(En))[1].Commit);
        Assert.Equal(old.Text, text);
        var saved = Assert.IsType<Saved>(await _desk.Files.Save(new([new(En, _desk.Open(En).Revision, text)], EditingDesk.Ben, "Restore", ChangeClass.Minor)));
        Assert.Equal(old.Revision, saved.Files.Single().Revision);
        Assert.Equal(3, (await History.Of(En)).Count);
    }

    [Fact]
    public async Task Each_section_names_who_changed_it_last()
    {
        var section = SourceSections.Of(_desk.Open(En).Text).First(s => s.Level > 0);
        var line = section.Text.Split('\n')[0];
        await _desk.Files.Save(new([_desk.Edit(En, section.Text, section.Text + "A new sentence.\n\n")], EditingDesk.Ben, "Only this section", ChangeClass.Minor));
        var blame = await History.Blame(En);
        Assert.Equal("Only this section", blame.Single(b => b.Id == section.Id).Last!.Subject);
        Assert.All(blame.Where(b => b.Id != section.Id), b => Assert.Equal("Begin", b.Last!.Subject));
        Assert.StartsWith("#", line);
    }

    [Fact]
    public async Task A_file_that_was_renamed_by_hand_keeps_its_history()
    {
        await _desk.Save(En, "title: ", "title: Old name ");
        _desk.Git("mv", En, "articles/hardware/other-name.en.md");
        _desk.CommitByHand("Rename");
        Assert.Equal(["Rename", "Say it better", "Begin"], (await History.Of("articles/hardware/other-name.en.md")).Select(e => e.Subject));
    }

    [Fact]
    public async Task Without_a_repository_there_is_no_history_and_no_failure()
    {
        using var desk = new EditingDesk(git: false);
        Assert.Empty(await desk.Get<ContentHistory>().Of(En));
        Assert.Empty(await desk.Get<ContentHistory>().Blame(En));
    }
}
