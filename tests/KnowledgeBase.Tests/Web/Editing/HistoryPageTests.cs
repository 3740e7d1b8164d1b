using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed class HistoryPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact(DisplayName = "Features 76, 124: the history of an article says who, when, why and how much; a change is shown in the source and as readers see it; restoring brings the old text back")]
    public async Task ChangesAreShownAndRestored()
    {
        var before = site.Read(Impact);
        await site.Save(Impact, "Often lost", "Nearly always lost", "Say how often <b>", ChangeClass.Major);
        using var editor = await site.Editor();
        var list = await editor.Text("/edit/history/hardware-change-impact");
        Assert.Contains("Say how often <b>", list);
        Assert.Contains("Aya Tanaka", list);
        Assert.Contains("id=\"blame-en\"", list);

        var commit = (await site.Get<ContentHistory>().Of(Impact))[0].Commit;
        var change = await editor.Text($"/edit/history/hardware-change-impact?change={commit}");
        Assert.Contains("<ins>Nearly always", change);
        Assert.Contains("<del>Often", change);
        Assert.Matches("(?s)rendered-old.*<td[^>]*>Often lost</td>.*rendered-new.*<td[^>]*>Nearly always lost</td>", change);

        // The text before the change belongs to the commit before it.
        var first = (await site.Get<ContentHistory>().Of(Impact))[^1].Commit;
        var (to, _) = await Press(editor, $"/edit/history/{Impact}?change={first}", "restore-" + Impact, "save");
        Assert.Equal($"/edit/history/{Impact}?done=restored", to);
        Assert.Equal(before, site.Read(Impact));
        Assert.Contains("Often lost", await site.Host.Text("/en/articles/hardware-change-impact"));
        Assert.Equal(editor.Name, (await site.Get<ContentHistory>().Of(Impact))[0].Author.Name);
    }

    [Fact(DisplayName = "Feature 124: restoring where somebody saved meanwhile overwrites nothing and shows both texts")]
    public async Task RestoringMeetsAConflict()
    {
        await site.Save(ImpactJa, "title: ", "title: 一 ", "First");
        var first = (await site.Get<ContentHistory>().Of(ImpactJa))[^1].Commit;
        using var editor = await site.Editor();
        var page = $"/edit/history/{ImpactJa}?change={first}";
        using var opened = await editor.Get(page);
        var fields = Fields(await opened.Content.ReadAsStringAsync());
        await site.Save(ImpactJa, "title: ", "title: 二 ", "Second");
        var (to, html) = await Send(editor, page, "restore-" + ImpactJa, "save", fields);
        Assert.Null(to);
        Assert.Contains("edit-conflict", html);
        Assert.Contains("二", html);
        Assert.Contains("title: 二 ", site.Read(ImpactJa));

        // Now that both are seen, the same button goes on from the text that is there.
        (to, _) = await Press(editor, page, "restore-" + ImpactJa, "save");
        Assert.NotNull(to);
        Assert.DoesNotContain("二", site.Read(ImpactJa).Split('\n')[1]);
    }

    [Fact]
    public async Task An_earlier_text_comes_back_as_a_draft_too()
    {
        await site.Save("glossary.yaml", "KMS host", "KMS server");
        using var editor = await site.Editor();
        var first = (await site.Get<ContentHistory>().Of("glossary.yaml"))[^1].Commit;
        var (to, _) = await Press(editor, $"/edit/history/glossary.yaml?change={first}", "restore-glossary.yaml", "draft");
        Assert.StartsWith("/edit/drafts/", to);
        Assert.Contains("en: KMS host", await editor.Text(to!));
        Assert.Contains("KMS server", site.Read("glossary.yaml"));
    }

    [Theory(DisplayName = "Whatever stands in the address of a history, git is asked for known files and commits only")]
    [InlineData("/edit/history/no-such-article")]
    [InlineData("/edit/history/../../etc/passwd")]
    [InlineData("/edit/history/--help")]
    [InlineData("/edit/history/articles/hardware/gone.en.md")]
    [InlineData("/edit/history/media/activation-page.svg")]
    public async Task UnknownNamesAreMissing(string path)
    {
        using var editor = await site.Editor();
        using var answer = await editor.Get(path);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_commit_shows_the_list()
    {
        using var editor = await site.Editor();
        Assert.Contains("history-list", await editor.Text("/edit/history/hardware-change-impact?change=--output%3D%2Ftmp%2Fx"));
    }
}
