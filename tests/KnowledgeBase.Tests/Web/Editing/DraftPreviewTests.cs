using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed partial class DraftPreviewTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string Marker = "zqxpreview";

    [Fact(DisplayName = "Feature 82: a secret link shows a draft by the real pages, stored and listed nowhere; before, meanwhile and after, no other public answer knows its words")]
    public async Task OnlyTheLinkShowsIt()
    {
        using var author = await site.Editor();
        var page = await Begin(author);
        var (_, html) = await Press(author, page, "edit", "share");
        var link = SharedLink.Match(html).Value;
        Assert.NotEqual("", link);

        // Asked for first and last, so that nothing of it is kept in between.
        await NobodyKnows();
        using var root = await site.Host.GetRaw(link);
        Assert.Equal($"{link}/en/articles/hardware-change-impact", root.Headers.Location?.OriginalString);
        foreach (var (path, words) in new[] { ("/en/articles/hardware-change-impact", "Almost never"), ($"/en/search?q={Marker}", Marker), ("/en/glossary", "KMS host"), ("/en/guides/windows-activation", "windows-activation"), ($"/en/articles/{Marker}", "brand new") })
        {
            using var answer = await site.Host.GetRaw(link + path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.Equal((path, 200), (path, (int)answer.StatusCode));
            Assert.Contains(words, body);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("noindex, nofollow", string.Join(", ", answer.Headers.GetValues("X-Robots-Tag")));
            Assert.Null(answer.Headers.ETag);
            Assert.Contains("draft-banner", body);
            Assert.DoesNotContain("_framework", body);
            Assert.DoesNotMatch("href=\"/(?:ja|en)[/\"?#]", body);
            Assert.Contains(answer.Headers, h => h.Key == "Content-Security-Policy");
        }

        using var missing = await site.Host.GetRaw(link + "/en/articles/no-such-page");
        Assert.Equal(404, (int)missing.StatusCode);
        await NobodyKnows();

        Assert.Equal(page + "?done=unshare", (await Press(author, page, "edit", "unshare")).To);
        foreach (var path in new[] { link, link + "/en/articles/hardware-change-impact" })
        {
            using var ended = await site.Host.GetRaw(path);
            Assert.Equal(404, (int)ended.StatusCode);
        }
    }

    [Fact(DisplayName = "Feature 82: editors see a draft without a link; nobody else does, and a private one is its owner's")]
    public async Task EditorsSeeIt()
    {
        using var author = await site.Editor();
        var id = (await Begin(author)).Split('/')[^1];
        var address = $"/edit/preview/{id}/en/articles/hardware-change-impact";
        Assert.Contains("Almost never", await author.Text(address));
        Assert.Contains($"href=\"/edit/preview/{id}/ja/articles/hardware-change-impact\"", await author.Text(address));
        using var visitor = await site.Host.GetRaw(address);
        Assert.Equal(302, (int)visitor.StatusCode);
        Assert.DoesNotContain("Almost never", await visitor.Content.ReadAsStringAsync());
        using var support = await site.Host.NewStaff(Roles.Support);
        using var refused = await support.Get(address);
        Assert.Equal(403, (int)refused.StatusCode);

        var drafts = site.Get<Drafts>();
        var file = site.Get<KnowledgeBase.Site.Storage.ContentWorkspace>().Open(Impact)!;
        var mine = drafts.New(Aya, [new(Impact, file.Revision, file.Text + "\n" + Marker)]) with { State = DraftState.Autosaved };
        await drafts.Keep(mine, Aya);
        using var other = await author.Get($"/edit/preview/{mine.Id}/en/articles/hardware-change-impact");
        Assert.Equal(404, (int)other.StatusCode);
    }

    [Theory(DisplayName = "A preview is of reading pages only, and takes no forms")]
    [InlineData("/edit/drafts")]
    [InlineData("/api/articles/hardware-change-impact")]
    [InlineData("/account")]
    [InlineData("/preview/x/en")]
    [InlineData("//en")]
    public async Task OnlyReadingPages(string rest)
    {
        using var author = await site.Editor();
        var link = SharedLink.Match((await Press(author, await Begin(author), "edit", "share")).Html).Value;
        using var answer = await site.Host.GetRaw(link + rest);
        Assert.Equal(404, (int)answer.StatusCode);
        using var vote = await site.Host.Post(link + "/en/votes", "203.0.113.9", new() { ["page"] = "article/hardware-change-impact", ["helpful"] = "yes" });
        Assert.True(vote.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, vote.StatusCode.ToString());
    }

    private async Task NobodyKnows()
    {
        foreach (var path in new[]
        {
            "/en/articles/hardware-change-impact", "/ja/articles/hardware-change-impact", $"/en/articles/{Marker}", $"/a/{Marker}", "/en", "/en/feed.xml", "/en/changes", "/sitemap.xml", "/en/glossary",
            $"/en/search?q={Marker}", $"/api/search?q={Marker}&lang=en", $"/api/suggest?q={Marker}&lang=en", $"/api/articles/{Marker}", "/api/articles/hardware-change-impact", "/health/ready", "/preview", "/preview/" + new string('a', 32),
        })
        {
            var body = await site.Host.Text(path);
            Assert.False(body.Contains("Almost never", StringComparison.Ordinal) || body.Contains("brand new", StringComparison.Ordinal), path);
        }
    }

    private async Task<string> Begin(StaffClient who)
    {
        var editor = new Editor(who.Name, who.Name);
        var (drafts, file) = (site.Get<Drafts>(), site.Get<KnowledgeBase.Site.Storage.ContentWorkspace>().Open(Impact)!);
        var draft = drafts.New(editor, [new(Impact, file.Revision, file.Text.Replace("Hardly ever", "Almost never " + Marker)), new($"articles/errors/{Marker}.en.md", null, $"---\ntitle: A brand new page {Marker}\nsummary: Of the draft.\n---\n\nA brand new text.\n")]);
        return "/edit/drafts/" + Assert.IsType<DraftResult.Kept>(await drafts.Keep(draft, editor)).Draft.Id;
    }

    [GeneratedRegex("/preview/[A-Za-z0-9_-]{32}(?=[<\\s])")]
    private static partial Regex SharedLink { get; }
}
