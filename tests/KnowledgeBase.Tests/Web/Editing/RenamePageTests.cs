using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed class RenamePageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact(DisplayName = "Feature 87: a rename is shown first, with its files and redirects, and then done in one commit")]
    public async Task RenamesAreShownThenDone()
    {
        using var editor = await site.Editor();
        const string page = "/edit/rename/fix-0xc004f211";
        var before = (await site.Get<ContentHistory>().Of("redirects.yaml")).Count;
        var (to, html) = await Press(editor, page, "rename", "", ("newId", "reactivate-device"));
        Assert.Null(to);
        Assert.Contains("/articles/reactivate-device", html);
        Assert.Contains("articles/errors/reactivate-device/index.ja.md", html);
        Assert.Contains("<ins>", html);
        Assert.Equal(before, (await site.Get<ContentHistory>().Of("redirects.yaml")).Count);
        (to, html) = await Confirm(editor, page, html);
        Assert.Equal("/edit/history/reactivate-device?done=renamed", to ?? html);
        using var old = await site.Host.GetRaw("/en/articles/fix-0xc004f211");
        Assert.Equal("/en/articles/reactivate-device", old.Headers.Location?.OriginalString);
        Assert.Equal(before + 1, (await site.Get<ContentHistory>().Of("redirects.yaml")).Count);
    }

    [Fact(DisplayName = "Feature 87: what changed since a plan was shown is shown before it is done")]
    public async Task AStalePlanIsShownAnew()
    {
        using var editor = await site.Editor();
        const string page = "/edit/rename/hardware-change-impact";
        var (_, html) = await Press(editor, page, "anchor", "", ("anchor", "parts"), ("newAnchor", "by-part"));
        await site.Save(Impact, "Often lost", "Mostly lost");
        var (to, again) = await Confirm(editor, page, html);
        Assert.Null(to);
        Assert.Contains("Something changed since you looked", again);
        Assert.Contains("{#parts}", site.Read(Impact));
        Assert.NotNull((await Confirm(editor, page, again)).To);
        Assert.Contains("{#by-part}", site.Read(Impact));
        Assert.Contains("Mostly lost", site.Read(Impact));
    }

    [Theory(DisplayName = "What cannot be renamed is answered with the reason, and with what was typed")]
    [InlineData("rename", "newId", "Bad Name")]
    [InlineData("rename", "newId", "check-activation-state")]
    [InlineData("anchor", "newAnchor", "questions")]
    [InlineData("split", "titleJa", "")]
    public async Task ImpossibleOnesSayWhy(string form, string field, string value)
    {
        using var editor = await site.Editor();
        (string, string)[] split = form == "split" ? [("sections", "questions"), ("newId", "fresh-name"), ("titleEn", "Kept title"), ("summaryJa", "要約"), ("summaryEn", "Kept summary")] : [];
        var (to, html) = await Press(editor, "/edit/rename/hardware-change-impact", form, "", [.. split, (field, value)]);
        Assert.Null(to);
        Assert.Contains("staff-problem", html);
        Assert.DoesNotContain("value=\"confirm\"", html);
        Assert.Contains($"value=\"{value}\"", html);
        if (form == "split") Assert.Contains("Kept summary", html);
    }

    [Fact(DisplayName = "Feature 87: a code is retired with its reason in both languages")]
    public async Task CodesAreRetired()
    {
        using var editor = await site.Editor();
        const string page = "/edit/rename/0xC004F00F";
        Assert.Contains("both languages", (await Press(editor, page, "retire", "", ("noteEn", "Gone"))).Html);
        var (_, html) = await Press(editor, page, "retire", "", ("noteJa", "使われません。"), ("noteEn", "Not used any \\\\ more."));
        Assert.Equal("/edit/history/codes/0xC004F00F.yaml?done=renamed", (await Confirm(editor, page, html)).To);
        Assert.Contains("Not used", await site.Host.Text("/en/codes/0xC004F00F"));
    }

    private static async Task<(string? To, string Html)> Confirm(StaffClient who, string page, string html)
    {
        // The page came decoded; fields are read from it as they stand.
        var form = html[html.IndexOf("name=\"_handler\" value=\"confirm\"", StringComparison.Ordinal)..];
        return await SendUnseen(who, page, Fields(form[..form.IndexOf("</form>", StringComparison.Ordinal)]));
    }

    private static async Task<(string? To, string Html)> SendUnseen(StaffClient who, string page, Dictionary<string, string> fields)
    {
        using var answer = await who.Post(page, new(fields) { ["do"] = "confirm", ["_handler"] = "confirm" });
        return (answer.Headers.Location?.OriginalString, System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
