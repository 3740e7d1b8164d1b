using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Site.Editing.DraftResult;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class DraftTests : IDisposable
{
    private const string En = "articles/hardware/hardware-change-impact.en.md";
    private const string Marker = "zqxmarker";
    private readonly SettableClock _clock = new();
    private readonly List<EditingDesk> _desks = [];

    public void Dispose() => _desks.ForEach(d => d.Dispose());

    [Fact(DisplayName = "Feature 82: a preview renders what publishing will show, letter by letter, and nobody sees it before")]
    public async Task A_preview_equals_production()
    {
        var desk = Desk();
        var draft = await Kept(desk);
        Assert.DoesNotContain(Marker, Html(desk.Site));
        Assert.Equal("", desk.Git("status", "--porcelain"));
        var preview = await Drafts(desk).Preview(draft);
        Assert.Contains(Marker, Html(preview.Site));
        Assert.IsType<SaveResult.Saved>(await Drafts(desk).Publish(draft.Id, EditingDesk.Ben));
        Assert.Equal(Html(desk.Site), Html(preview.Site));
        Assert.Equal("Aya Tanaka", desk.Git("log", "-1", "--format=%an"));
        Assert.Empty(await Drafts(desk).All(EditingDesk.Aya));
    }

    [Fact(DisplayName = "Feature 82: a link shows a draft to whoever has it, until it is ended or runs out, and cannot be guessed")]
    public async Task A_link_shows_a_draft()
    {
        var desk = Desk();
        var draft = await Kept(desk);
        var (secret, until) = (await Drafts(desk).Share(draft.Id, EditingDesk.Aya))!.Value;
        Assert.True(secret.Length >= 32);
        Assert.Equal(_clock.Now.AddDays(7), until);
        Assert.Contains(Marker, Html((await Drafts(desk).Shared(secret))!.Site));
        Assert.Null(await Drafts(desk).Shared(secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A')));
        Assert.Null(await Drafts(desk).Shared(""));
        Assert.Null(await Drafts(desk).Shared(draft.Id));
        var stored = (await Drafts(desk).Find(draft.Id, EditingDesk.Aya))!;
        Assert.DoesNotContain(secret, KnowledgeBase.Site.Storage.DraftText.Write(stored));
        _clock.Now = until;
        Assert.Null(await Drafts(desk).Shared(secret));
        var again = (await Drafts(desk).Share(draft.Id, EditingDesk.Aya))!.Value.Secret;
        Assert.NotNull(await Drafts(desk).Shared(again));
        Assert.IsType<Kept>(await Drafts(desk).Unshare(draft.Id, EditingDesk.Aya));
        Assert.Null(await Drafts(desk).Shared(again));
    }

    [Fact]
    public async Task What_is_kept_while_typing_is_for_its_owner_alone()
    {
        var desk = Desk();
        var draft = Drafts(desk).New(EditingDesk.Aya, [Change(desk)]) with { State = DraftState.Autosaved };
        var kept = Assert.IsType<Kept>(await Drafts(desk).Keep(draft, EditingDesk.Aya)).Draft;
        Assert.Equal(kept.Id, (await Drafts(desk).Autosaved(En, EditingDesk.Aya))!.Id);
        Assert.Null(await Drafts(desk).Autosaved(En, EditingDesk.Ben));
        Assert.Null(await Drafts(desk).Find(kept.Id, EditingDesk.Ben));
        Assert.Empty(await Drafts(desk).All(EditingDesk.Ben));
        Assert.IsType<NotAllowed>(await Drafts(desk).Keep(kept, EditingDesk.Ben));
        Assert.IsType<Changed>(await Drafts(desk).Drop(kept.Id, EditingDesk.Ben));
        Assert.Equal(SaveRefusal.Target, Assert.IsType<SaveResult.Refused>(await Drafts(desk).Publish(kept.Id, EditingDesk.Ben)).Reason);
        Assert.Null(await Drafts(desk).Share(kept.Id, EditingDesk.Aya));
        Assert.NotNull(await Drafts(desk).Find(kept.Id, EditingDesk.Aya));
    }

    [Fact]
    public async Task Two_who_change_the_same_draft_do_not_overwrite_each_other()
    {
        var desk = Desk();
        var draft = await Kept(desk);
        Assert.IsType<Kept>(await Drafts(desk).Keep(draft with { Message = "Ben's" }, EditingDesk.Ben));
        Assert.Equal("Ben's", Assert.IsType<Changed>(await Drafts(desk).Keep(draft with { Message = "Aya's" }, EditingDesk.Aya)).Now!.Message);
    }

    [Fact(DisplayName = "With reviews required a change goes live only after a second person approved these very words")]
    public async Task A_second_person_approves()
    {
        var desk = Desk(o => o.Editing.ReviewRequired = true);
        var carol = new Editor("Carol", "carol@kb.example");
        Assert.Equal(SaveRefusal.ReviewNeeded, Assert.IsType<SaveResult.Refused>(await desk.Save(En, "title: ", "title: New ")).Reason);
        var draft = await Kept(desk);
        Assert.Equal(SaveRefusal.ReviewNeeded, Assert.IsType<SaveResult.Refused>(await Drafts(desk).Publish(draft.Id, EditingDesk.Aya)).Reason);
        Assert.IsType<NotAllowed>(await Drafts(desk).Approve(draft.Id, draft.Version, EditingDesk.Ben));
        draft = Assert.IsType<Kept>(await Drafts(desk).AskForReview(draft.Id, draft.Version, EditingDesk.Aya)).Draft;
        Assert.IsType<NotAllowed>(await Drafts(desk).Approve(draft.Id, draft.Version, EditingDesk.Aya));
        Assert.IsType<NotAllowed>(await Drafts(desk).Approve(draft.Id, draft.Version, EditingDesk.Aya with { Mail = "AYA@kb.example" }));
        draft = Assert.IsType<Kept>(await Drafts(desk).Approve(draft.Id, draft.Version, EditingDesk.Ben)).Draft;
        // Ben goes on writing: now his words are in it too, and he may not approve them.
        draft = Assert.IsType<Kept>(await Drafts(desk).Keep(draft with { Message = "More" }, EditingDesk.Ben)).Draft;
        Assert.Equal(DraftState.Open, draft.State);
        Assert.Equal(SaveRefusal.ReviewNeeded, Assert.IsType<SaveResult.Refused>(await Drafts(desk).Publish(draft.Id, EditingDesk.Ben)).Reason);
        draft = Assert.IsType<Kept>(await Drafts(desk).AskForReview(draft.Id, draft.Version, EditingDesk.Ben)).Draft;
        Assert.IsType<NotAllowed>(await Drafts(desk).Approve(draft.Id, draft.Version, EditingDesk.Ben));
        draft = Assert.IsType<Kept>(await Drafts(desk).SendBack(draft.Id, draft.Version, carol, "Say why.")).Draft;
        draft = Assert.IsType<Kept>(await Drafts(desk).AskForReview(draft.Id, draft.Version, EditingDesk.Aya)).Draft;
        draft = Assert.IsType<Kept>(await Drafts(desk).Approve(draft.Id, draft.Version, carol)).Draft;
        Assert.IsType<SaveResult.Saved>(await Drafts(desk).Publish(draft.Id, EditingDesk.Aya));
        Assert.Equal("Carol <carol@kb.example>", desk.Git("log", "-1", "--format=%(trailers:key=Reviewed-by,valueonly)").Trim());
    }

    [Fact]
    public async Task A_draft_that_grew_old_is_a_conflict_and_stays()
    {
        var desk = Desk();
        var draft = await Kept(desk);
        await desk.Save(En, "title: ", "title: Other ");
        Assert.IsType<SaveResult.Conflict>(await Drafts(desk).Publish(draft.Id, EditingDesk.Aya));
        Assert.NotNull(await Drafts(desk).Find(draft.Id, EditingDesk.Aya));
    }

    [Fact]
    public async Task Hostile_drafts_are_not_kept()
    {
        var desk = Desk();
        Assert.IsType<NotKept>(await Drafts(desk).Keep(Drafts(desk).New(EditingDesk.Aya, [new("../x.md", null, "x")]), EditingDesk.Aya));
        Assert.IsType<NotKept>(await Drafts(desk).Keep(Drafts(desk).New(EditingDesk.Aya, []), EditingDesk.Aya));
        Assert.IsType<NotKept>(await Drafts(desk).Keep(Drafts(desk).New(EditingDesk.Aya, [new(En, null, new string('x', 13_000_000))]), EditingDesk.Aya));
    }

    [Fact(DisplayName = "Feature 89: an article is nowhere public before its time, and appears by itself when it comes")]
    public async Task An_article_appears_when_its_time_comes()
    {
        var desk = Desk();
        const string text = "---\ntitle: Later zqxmarker\nsummary: It comes later.\npublish-at: 2026-11-21T10:00Z\nready-to-translate: false\n---\n\nText.\n";
        Assert.IsType<SaveResult.Saved>(await desk.Files.Save(new([new("articles/errors/later.en.md", null, text)], EditingDesk.Aya, "Later", ChangeClass.Minor)));
        Assert.DoesNotContain(desk.Site.Content.Articles, a => a.Title.Contains(Marker));
        Assert.Empty(desk.Site.Index.Search(new(Marker, KnowledgeBase.Content.Locale.En)).Hits);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), desk.Site.Info.NextDue);
        Assert.False(desk.Get<SiteRebuilder>().Refresh());
        _clock.Now = _clock.Now.AddHours(1);
        Assert.True(desk.Get<SiteRebuilder>().Refresh());
        Assert.Contains(desk.Site.Content.Articles, a => a.Title.Contains(Marker));
        Assert.NotEmpty(desk.Site.Index.Search(new(Marker, KnowledgeBase.Content.Locale.En)).Hits);
        Assert.Null(desk.Site.Info.NextDue);
        Assert.False(desk.Get<SiteRebuilder>().Refresh());
    }

    private static Drafts Drafts(EditingDesk desk) => desk.Get<Drafts>();

    private static FileChange Change(EditingDesk desk) => desk.Edit(En, "{#parts}\n", "{#parts}\n\nA " + Marker + " sentence.\n");

    private static async Task<Draft> Kept(EditingDesk desk) => Assert.IsType<Kept>(await Drafts(desk).Keep(Drafts(desk).New(EditingDesk.Aya, [Change(desk)], "Say more"), EditingDesk.Aya)).Draft;

    private static string Html(SiteSnapshot site) => site.Content.Articles.Single(a => a.Path == En) is var a ? a.LeadHtml + string.Concat(a.Sections.Select(s => s.Html)) : "";

    private EditingDesk Desk(Action<SiteOptions>? set = null)
    {
        _desks.Add(new(set: set, clock: _clock));
        return _desks[^1];
    }
}
