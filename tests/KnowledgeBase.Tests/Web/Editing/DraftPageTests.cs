using System.Text.Json;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed class DraftPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact(DisplayName = "A draft is kept, sent back with a note, changed, approved by a second person and published in its author's name")]
    public async Task ADraftIsReviewed()
    {
        using var author = await site.Editor();
        using var second = await site.Editor();
        var page = await Begin(author, Impact, "Hardly ever", "Almost never");
        Assert.Equal(page + "?done=review", (await Press(author, page, "edit", "review")).To);
        Assert.Contains("A second person", (await Press(author, page, "edit", "approve")).Html);
        Assert.Contains("before you send it back", (await Press(second, page, "edit", "send-back")).Html);
        Assert.Equal(page + "?done=send-back", (await Press(second, page, "edit", "send-back", ("note", "Say why <b>"))).To);
        Assert.Contains("Say why <b>", await author.Text(page));
        Assert.Equal(page + "?done=kept", (await Press(author, page, "edit", "draft", ("reason", "Say it again"))).To);
        Assert.Equal(page + "?done=review", (await Press(author, page, "edit", "review")).To);
        Assert.Contains(page, await second.Text("/edit/drafts"));
        Assert.Equal(page + "?done=approve", (await Press(second, page, "edit", "approve")).To);
        Assert.Equal("/edit/drafts?done=published", (await Press(second, page, "edit", "save")).To);
        Assert.Contains("Almost never", site.Read(Impact));
        var entry = (await site.Get<ContentHistory>().Of(Impact))[0];
        Assert.Equal((author.Name, "Say it again"), (entry.Author.Name, entry.Subject));
        using var gone = await author.Get(page);
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact(DisplayName = "What was typed is kept by every button, and whoever typed on an older draft loses nothing")]
    public async Task NothingTypedIsLost()
    {
        using var author = await site.Editor();
        using var other = await site.Editor();
        var page = await Begin(author, ImpactJa, "title: ", "title: 甲 ");
        using var opened = await author.Get(page);
        var fields = Fields(await opened.Content.ReadAsStringAsync());
        await Press(other, page, "edit", "preview", ("reason", "From the other"));
        fields["text-0"] += "\r\nMy own line";
        var (to, _) = await Send(author, page, "edit", "save", fields);
        Assert.EndsWith("?done=apart", to);
        Assert.DoesNotContain("My own line", site.Read(ImpactJa));
        Assert.Equal("From the other", (await Draft(page)).Message);
        Assert.DoesNotContain("My own line", (await Draft(page)).Files[0].Text);
        var own = to!.Split('?')[0];
        Assert.NotEqual(page, own);
        Assert.EndsWith("\nMy own line", (await Draft(own)).Files[0].Text);
        Assert.Contains("kept here, as a draft of its own", await author.Text(to));
        // There the same button does what was wished.
        Assert.Equal("/edit/drafts?done=published", (await Press(author, own, "edit", "save")).To);
        Assert.EndsWith("\nMy own line", site.Read(ImpactJa));
    }

    [Fact(DisplayName = "Publishing a draft after somebody saved the page puts both changes into the field, and the next try is saved")]
    public async Task PublishingMeetsAConflict()
    {
        using var author = await site.Editor();
        var page = await Begin(author, Impact, "The effect depends on the part.", "The effect depends on the part, and on luck.");
        using var opened = await author.Get(page);
        var before = Fields(await opened.Content.ReadAsStringAsync());
        await site.Save(Impact, "They stay with the first PC.", "They stay with their first PC.");
        var (to, html) = await Send(author, page, "edit", "save", before);
        Assert.Null(to);
        Assert.Contains("Both changes fit together", html);
        var fields = Fields(html);
        Assert.Contains("their first PC", fields["text-0"]);
        // Whoever opens it now finds both together at once.
        Assert.Contains("Both changes fit together", await author.Text(page));
        Assert.Equal("/edit/drafts?done=published", (await Send(author, page, "edit", "save", fields)).To);
        Assert.Contains("and on luck", site.Read(Impact));
        Assert.Contains("their first PC", site.Read(Impact));
    }

    [Fact(DisplayName = "Where both changed the same lines both stand between marks, and nothing is published while the marks are there")]
    public async Task MarksAreNotPublished()
    {
        using var author = await site.Editor();
        const string path = "snippets/open-settings.en.md";
        var page = await Begin(author, path, "Open **Settings**", "Open **Settings** first");
        await site.Save(path, "Open **Settings**", "Start **Settings**");
        var (_, html) = await Press(author, page, "edit", "save");
        var fields = Fields(html);
        Assert.Contains("<<<<<<< own", fields["text-0"]);
        (var to, html) = await Send(author, page, "edit", "save", fields);
        Assert.Null(to);
        Assert.Contains("Choose between the two versions", html);
        Assert.DoesNotContain("<<<<<<<", site.Read(path));
        Assert.Equal("/edit/drafts?done=published", (await Press(author, page, "edit", "save", ("text-0", "Open **Settings** at once."))).To);
    }

    [Fact(DisplayName = "A button below a draft that nobody changed leaves its text, its version and its review as they are")]
    public async Task ReviewsStay()
    {
        using var author = await site.Editor();
        using var second = await site.Editor();
        var page = await Begin(author, Impact, "Often lost", "Mostly lost");
        await Press(author, page, "edit", "review");
        await Press(second, page, "edit", "approve");
        var approved = await Draft(page);
        Assert.Equal(DraftState.Approved, approved.State);
        Assert.Contains("data-preview", (await Press(author, page, "edit", "preview")).Html);
        Assert.Equal((approved.Version, DraftState.Approved), ((await Draft(page)).Version, (await Draft(page)).State));
        Assert.Equal(page + "?done=kept", (await Press(author, page, "edit", "draft", ("class", "Major"))).To);
        Assert.Equal(DraftState.Open, (await Draft(page)).State);
        Assert.Equal("/edit/drafts?done=dropped", (await Press(author, page, "edit", "drop")).To);
    }

    [Fact(DisplayName = "Feature 89: a new page gets its day and minute; a page that is public does not vanish")]
    public async Task PagesWaitForTheirTime()
    {
        using var author = await site.Editor();
        var (page, _) = await Press(author, "/edit/new?kind=article", "new", "draft", ("ja", "あとで"), ("en", "Later"), ("name", "later-page"));
        page = page!.Split('?')[0];
        Assert.Contains("day and a time", (await Press(author, page, "edit", "schedule", ("at", "soon"))).Html);
        Assert.Equal(page + "?done=schedule", (await Press(author, page, "edit", "schedule", ("at", "2199-01-01T09:00"), ("offset", "+09:00"))).To);
        Assert.Equal("/edit/drafts?done=published", (await Press(author, page, "edit", "save")).To);
        Assert.Contains("publish-at: 2199-01-01T09:00+09:00", site.Read("articles/errors/later-page.ja.md"));
        Assert.Equal(404, (int)(await site.Host.GetRaw("/en/articles/later-page")).StatusCode);

        var old = await Begin(author, Impact, "summary: ", "summary: Now ");
        Assert.DoesNotContain("name=\"at\"", await author.Text(old));
        Assert.Contains("would vanish", (await Press(author, old, "edit", "schedule", ("at", "2199-01-01T09:00"))).Html);
    }

    [Fact(DisplayName = "A draft that would break the content is not published; what is found leads to its line")]
    public async Task BrokenDraftsAreNamed()
    {
        using var author = await site.Editor();
        var page = await Begin(author, Impact, "The effect depends", "[gone](/a/no-such-article) The effect depends");
        Assert.Matches("data-line=\"\\d+\" data-column=\"\\d+\" data-in=\"0\"", (await Press(author, page, "edit", "preview")).Html);
        var (to, html) = await Press(author, page, "edit", "save");
        Assert.Null(to);
        Assert.Contains("no-such-article", html);
        Assert.DoesNotContain("no-such-article", site.Read(Impact));
        Assert.Equal("/edit/drafts?done=dropped", (await Press(author, page, "edit", "drop")).To);
    }

    [Fact(DisplayName = "Hostile strings pass the fields of a draft unchanged, and nothing of them runs")]
    public async Task HostileStringsPass()
    {
        using var author = await site.Editor();
        var strings = File.ReadLines(Repository.At("tests", "data", "hostile", "naughty-strings-blns.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("string").GetString()!)
            .Where(s => !s.Contains('\0') && !s.Any(char.IsSurrogate)).ToList();
        var text = TypedLines(string.Join('\n', strings) + "\n\u0085\u0080\u2028\u000B end");
        var page = await Begin(author, Impact, "The effect depends", "The effect depends");
        Assert.Equal(page + "?done=kept", (await Press(author, page, "edit", "draft", ("text-0", text), ("reason", "<script>alert(1)</script>"))).To);
        Assert.Equal(text, (await Draft(page)).Files[0].Text);
        using var shown = await author.Get(page);
        var html = await shown.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(text, Fields(html)["text-0"]);
    }

    [Fact(DisplayName = "SEC-6: a draft is changed by no form without its token, and by nobody without the editors' role")]
    public async Task FormsAreGuarded()
    {
        using var author = await site.Editor();
        var page = await Begin(author, Impact, "The effect depends", "The effect truly depends");
        using var bare = await author.Send(page, new() { ["_handler"] = "edit", ["do"] = "save", ["version"] = "1" });
        Assert.Equal(400, (int)bare.StatusCode);
        using var foreign = await author.Send(page, new() { ["_handler"] = "edit", ["do"] = "save" }, ("Origin", "https://evil.example"));
        Assert.Equal(403, (int)foreign.StatusCode);
        using var support = await site.Host.NewStaff(Roles.Support);
        using var seen = await support.Get(page);
        Assert.Equal(403, (int)seen.StatusCode);
        Assert.DoesNotContain("truly", site.Read(Impact));
        Assert.Equal(DraftState.Open, (await Draft(page)).State);
    }

    private static string TypedLines(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');

    private async Task<string> Begin(StaffClient who, string path, string from, string to)
    {
        var editor = new Editor(who.Name, who.Name);
        var file = site.Get<KnowledgeBase.Site.Storage.ContentWorkspace>().Open(path)!;
        Assert.Contains(from, file.Text);
        var drafts = site.Get<Drafts>();
        var kept = Assert.IsType<DraftResult.Kept>(await drafts.Keep(drafts.New(editor, [new(path, file.Revision, file.Text.Replace(from, to)) { BaseText = file.Text }], "Say it better"), editor));
        return "/edit/drafts/" + kept.Draft.Id;
    }

    private async Task<Draft> Draft(string page) => (await site.Get<Drafts>().Find(page.Split('/')[^1], Aya))!;
}
