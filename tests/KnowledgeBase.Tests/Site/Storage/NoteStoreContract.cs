using KnowledgeBase.Content;
using KnowledgeBase.Site.Desk;

namespace KnowledgeBase.Tests.Site.Storage;

/// <summary>What every note store keeps its word about.</summary>
public abstract class NoteStoreContract
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DeskSubject s_code = new(ReplySubject.Code, "code/0xC004F213", "0xC004F213");
    private static readonly DeskSubject s_article = new(ReplySubject.Article, "article/first", "first");

    private protected abstract INoteStore Store { get; }

    [Fact(DisplayName = "Feature 62: notes stand with their subject, in order, with who wrote them and when")]
    public async Task NotesAreKept()
    {
        Assert.True(await Store.Add(Note.Write(s_code, "一つ目\nsecond line", "mika", s_now)!));
        Assert.True(await Store.Add(Note.Write(s_article, "other", "jo", s_now.AddMinutes(1))!));
        Assert.True(await Store.Add(Note.Write(s_code, "later", "jo", s_now.AddMinutes(2))!));
        var notes = await Store.Notes(s_code.Key);
        Assert.Equal([("一つ目\nsecond line", "mika", s_now), ("later", "jo", s_now.AddMinutes(2))], notes.Select(n => (n.Text, n.Author, n.At)));
        Assert.Equal(["later", "other"], (await Store.LatestNotes(2)).Select(n => n.Text));

        Assert.True(await Store.RemoveNote(notes[0].Number));
        Assert.False(await Store.RemoveNote(notes[0].Number));
        Assert.Equal(["later"], (await Store.Notes(s_code.Key)).Select(n => n.Text));
        Assert.Null(Store.Problem);
    }

    [Fact(DisplayName = "Feature 63: a flag names its ticket, stays open until somebody closes it, and is closed once")]
    public async Task FlagsWait()
    {
        Assert.True(await Store.Add(Flag.Raise(s_code, "T-100", "The link is wrong", "mika", s_now)!));
        Assert.True(await Store.Add(Flag.Raise(s_article, null, "Step 3 is outdated", "jo", s_now.AddMinutes(1))!));
        var open = await Store.Flags();
        Assert.Equal([("code/0xC004F213", "T-100"), ("article/first", "")], open.Select(f => (f.Subject, f.Ticket)));
        Assert.Equal(["T-100"], (await Store.Flags(s_code.Key)).Select(f => f.Ticket));

        Assert.True(await Store.CloseFlag(open[0].Number, "ed", s_now.AddHours(1)));
        Assert.False(await Store.CloseFlag(open[0].Number, "other", s_now.AddHours(2)));
        Assert.False(await Store.CloseFlag(4711, "ed", s_now));
        Assert.Equal(["article/first"], (await Store.Flags()).Select(f => f.Subject));
        var closed = (await Store.Flags(closed: 5))[^1];
        Assert.Equal(("ed", s_now.AddHours(1)), (closed.ClosedBy, closed.ClosedAt));
    }
}
