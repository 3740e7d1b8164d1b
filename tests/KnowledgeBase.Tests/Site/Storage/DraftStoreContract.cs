using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

/// <summary>What every store of drafts does, whatever stands behind it.</summary>
public abstract class DraftStoreContract
{
    private static readonly DateTimeOffset s_day = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A store as another process would open it: each sees what the others kept.</summary>
    protected abstract IDraftStore Open();

    [Fact]
    public async Task A_draft_comes_back_as_it_was_kept()
    {
        byte[] picture = [0, 1, 2, 255];
        var draft = Draft("one", 1) with
        {
            Files = [new("articles/a/b.ja.md", "0123456789ab", "本文\r\n\"' \0 \U0001F600") { BaseText = "前" }, new("media/x.png", null, null) { Picture = picture }, FileChange.Delete("redirects.yaml", "abcdefabcdef")],
            State = DraftState.SentBack, Reviewer = new("Ben", "ben@kb.example"), Note = "Why?", Contributors = ["aya@kb.example"], PreviewHash = "hash", PreviewUntil = s_day.AddDays(7),
        };
        Assert.True(await Open().Keep(draft));
        var back = (await Open().Find("one"))!;
        Assert.Equal(DraftText.Write(draft), DraftText.Write(back));
        Assert.Equal(picture, back.Files[1].Picture!.Value.ToArray());
        Assert.Equal(draft.Files[0], back.Files[0]);
    }

    [Fact(DisplayName = "Of two who keep the same version one is told that the other was first")]
    public async Task Only_the_next_version_is_kept()
    {
        var store = Open();
        Assert.True(await store.Keep(Draft("one", 1)));
        Assert.False(await Open().Keep(Draft("one", 1)));
        Assert.True(await store.Keep(Draft("one", 2)));
        Assert.False(await Open().Keep(Draft("one", 2)));
        Assert.False(await store.Keep(Draft("two", 2)));
        Assert.Equal(2, (await store.Find("one"))!.Version);
    }

    [Fact]
    public async Task Drafts_are_listed_last_changed_first_and_can_be_dropped()
    {
        var store = Open();
        for (var i = 0; i < 3; i++) await store.Keep(Draft("d" + i, 1) with { Changed = s_day.AddMinutes(i == 1 ? 10 : i) });
        Assert.Equal(["d1", "d2", "d0"], (await Open().All()).Select(d => d.Id));
        Assert.True(await store.Drop("d1"));
        Assert.True(await store.Drop("d1"));
        Assert.Null(await Open().Find("d1"));
        Assert.Null(store.Problem);
    }

    private static Draft Draft(string id, long version) => new() { Id = id, Version = version, Owner = new("Aya", "aya@kb.example"), Files = [new("glossary.yaml", "0123456789ab", "x")], Changed = s_day };
}
