using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Site.Editing.SaveResult;

namespace KnowledgeBase.Tests.Site.Editing;

/// <summary>Two replicas, each with a working tree of its own, and one remote.</summary>
public sealed class ExchangeTests : IDisposable
{
    private const string En = "articles/hardware/hardware-change-impact.en.md";
    private const string Ja = "articles/hardware/hardware-change-impact.ja.md";
    private readonly EditingDesk _one = new(set: o => o.Editing.Remote = "origin");
    private readonly TempContent _remote = new();
    private readonly TempContent _second = new();
    private readonly EditingDesk _two;

    public ExchangeTests()
    {
        EditingDesk.Run(_remote.Folder, "clone", "-q", "--bare", _one.Content.Folder, "bare");
        _one.Git("remote", "add", "origin", Bare);
        Directory.Delete(_second.Folder);
        EditingDesk.Run(Path.GetDirectoryName(_second.Folder)!, "clone", "-q", Bare, "content");
        _two = new(content: _second, set: o => o.Editing.Remote = "origin");
    }

    private string Bare => Path.Combine(_remote.Folder, "bare");

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _second.Dispose();
        _remote.Dispose();
    }

    [Fact(DisplayName = "F26: what one replica saves reaches the other through the remote, whole and live")]
    public async Task Saves_travel()
    {
        Assert.Equal(SaveProgress.PushPending, Assert.IsType<Saved>(await _one.Save(En, "title: ", "title: New ")).Progress);
        await _one.Get<EditingUpkeep>().Run();
        await _two.Get<EditingUpkeep>().Run();
        Assert.Contains("title: New ", _two.Content.Read(En));
        Assert.True(_two.Get<KnowledgeBase.Site.SiteRebuilder>().Refresh());
        Assert.StartsWith("New ", _two.Site.Content.Articles.Single(a => a.Path == En).Title);
        Assert.Equal("", _two.Git("status", "--porcelain"));
        Assert.Equal(_one.Git("rev-parse", "HEAD"), _two.Git("rev-parse", "HEAD"));
    }

    [Fact(DisplayName = "F26: saves of both are kept, in a line, with their authors; changes of one file merge by lines")]
    public async Task Both_are_kept()
    {
        await _one.Save(En, "title: ", "title: One ", "First", ChangeClass.Major);
        await _two.Files.Save(new([_two.Edit(En, "{#questions}\n", "{#questions}\n\nBy the second.\n")], EditingDesk.Ben, "Second", ChangeClass.Minor));
        await _two.Save(Ja, "title: ", "title: 二 ", "Third", author: EditingDesk.Ben);
        await _one.Get<EditingUpkeep>().Run();
        await _two.Get<EditingUpkeep>().Run();
        await _one.Get<EditingUpkeep>().Run();
        Assert.Null(_two.Get<EditingUpkeep>().Problem);
        Assert.Equal("Ben Smith Third\nBen Smith Second\nAya Tanaka First\nHand Begin", EditingDesk.Run(Bare, "log", "--format=%an %s", "main"));
        Assert.Equal("", EditingDesk.Run(Bare, "rev-list", "--merges", "main"));
        foreach (var desk in new[] { _one, _two })
        {
            Assert.Contains("title: One ", desk.Content.Read(En));
            Assert.Contains("By the second.", desk.Content.Read(En));
            Assert.Equal("", desk.Git("status", "--porcelain"));
        }
    }

    [Fact]
    public async Task The_same_line_changed_on_both_sides_waits_for_a_person_and_loses_nothing()
    {
        await _one.Save(En, "title: ", "title: One ");
        await _two.Save(En, "title: ", "title: Two ");
        await _one.Get<EditingUpkeep>().Run();
        await _two.Get<EditingUpkeep>().Run();
        Assert.Contains("in the same place", _two.Get<EditingUpkeep>().Problem);
        Assert.Contains("title: Two ", _two.Content.Read(En));
        Assert.IsType<Saved>(await _two.Save(Ja, "title: ", "title: 二 "));
        _two.Git("-c", "user.name=x", "-c", "user.email=x@y.example", "pull", "-q", "--rebase", "-X", "theirs", "origin", "main");
        await _two.Get<EditingUpkeep>().Run();
        Assert.Null(_two.Get<EditingUpkeep>().Problem);
        Assert.Equal("4", EditingDesk.Run(Bare, "rev-list", "--count", "main"));
    }

    [Fact]
    public async Task A_text_that_was_changed_by_hand_is_not_overwritten()
    {
        await _one.Save(En, "title: ", "title: One ");
        await _one.Get<EditingUpkeep>().Run();
        _two.Content.Change(En, "title: ", "title: Hand ");
        await _two.Get<EditingUpkeep>().Run();
        Assert.Contains("changed by hand", _two.Get<EditingUpkeep>().Problem);
        Assert.Contains("title: Hand ", _two.Content.Read(En));
    }

    [Fact(DisplayName = "F12: with the remote away saves go on, and are sent when it is back")]
    public async Task A_remote_that_is_away_fails_nothing()
    {
        Directory.Move(Bare, Bare + "-away");
        Assert.Equal(SaveProgress.PushPending, Assert.IsType<Saved>(await _one.Save(En, "title: ", "title: New ")).Progress);
        await _one.Get<EditingUpkeep>().Run();
        Assert.NotNull(_one.Get<EditingUpkeep>().Problem);
        Directory.Move(Bare + "-away", Bare);
        await _one.Get<EditingUpkeep>().Run();
        Assert.Null(_one.Get<EditingUpkeep>().Problem);
        Assert.Equal("2", EditingDesk.Run(Bare, "rev-list", "--count", "main"));
    }
}
