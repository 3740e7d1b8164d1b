using Deque.AxeCore.Playwright;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Journeys of editors who have never used git.</summary>
public sealed class EditJourneyTests(EditableSite place) : IClassFixture<EditableSite>
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    private RunningSite Site => place.Site;

    [BrowserTheory(DisplayName = "Features 89, 92, 124: from a search that found nothing to a published page in both languages, in the browser alone")]
    [InlineData("en", 1280, ColorScheme.Light, "activate inside a container")]
    [InlineData("ja", 390, ColorScheme.Dark, "activate from a usb stick")]
    public async Task FromNoResultToAPage(string lang, int width, ColorScheme scheme, string words)
    {
        var name = words.Replace(' ', '-');
        await Site.Services.GetRequiredService<IEventStore>().Add([KeyValuePair.Create<SiteEvent, long>(new SearchEvent(s_today, 9, Locale.En, words, null, 0), 40)]);
        await using var editor = await Site.VisitAs(Roles.Editor, lang, width, scheme: scheme);
        var page = Patient(editor.Page);
        await page.GotoAsync("/edit/dashboard");
        await IsClean(page);
        await page.Locator("#missed ~ ol li", new() { HasText = words }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync(name);
        await Assertions.Expect(page.Locator("#en")).ToHaveValueAsync(words);
        await IsClean(page);

        // Something was forgotten: it is said, and nothing is lost.
        await page.Locator("button[value=draft]").ClickAsync();
        await Assertions.Expect(page.Locator("#ja")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Locator("#ja").FillAsync("特別な場所で認証する");
        await page.Locator("button[value=draft]").ClickAsync();
        await page.WaitForURLAsync("**/edit/drafts/*");
        await page.Locator("[data-assist][data-live] [data-preview]").WaitForAsync();
        await IsClean(page);

        await page.Locator("[data-show=all]").ClickAsync();
        foreach (var (field, written) in new[] { ("#text-0", "容器の中では認証しません。"), ("#text-1", "Activate the machine, not the container.") })
        {
            var text = await page.Locator(field).InputValueAsync();
            Assert.Contains("TO WRITE", text, StringComparison.Ordinal);
            await page.Locator(field).FillAsync(string.Join('\n', text.Split('\n').Select(l => l.Contains("TO WRITE", StringComparison.Ordinal) ? Filled(l, written) : l)));
        }

        await Assertions.Expect(page.Locator("[data-preview]")).ToContainTextAsync(lang == "ja" ? "容器の中では" : "not the container");
        await Assertions.Expect(page.Locator("#edit-findings-name")).ToHaveTextAsync(lang == "ja" ? "直すところはありません" : "Nothing to correct");
        await IsClean(page);
        var preview = Patient(await page.RunAndWaitForPopupAsync(() => page.Locator($".edit-links a[href$='/en/articles/{name}']").ClickAsync()));
        await preview.Locator(".draft-banner").WaitForAsync();
        Assert.Contains("not the container", await preview.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await preview.CloseAsync();
        await using var visitor = await Site.Visit("en");
        Assert.Equal(404, (await visitor.Page.GotoAsync($"/en/articles/{name}"))!.Status);

        await page.Locator("[data-edit-save]").ClickAsync();
        await page.WaitForURLAsync("**/edit/drafts?done=published");
        foreach (var language in new[] { "ja", "en" }) Assert.Equal(200, (await visitor.Page.GotoAsync($"/{language}/articles/{name}"))!.Status);
        await visitor.Page.GotoAsync("/en/search?q=" + Uri.EscapeDataString(words));
        await Assertions.Expect(visitor.Page.Locator($"a[href='/en/articles/{name}']").First).ToBeVisibleAsync();
        Assert.Equal("1", place.Git("rev-list", "--count", "HEAD", "--", $":(glob)articles/*/{name}.*.md"));
        Assert.StartsWith("editor-", place.Git("log", "-1", "--format=%an"), StringComparison.Ordinal);
        Assert.Empty(editor.Complaints);
    }

    [BrowserTheory(DisplayName = "Feature 124: what somebody changed by mistake is found in the history, looked at and taken back, with and without script")]
    [InlineData("ja", 1280, true)]
    [InlineData("en", 390, false)]
    public async Task FromHistoryBack(string lang, int width, bool script)
    {
        const string path = "articles/errors/fix-0xc004f213.en.md";
        var workspace = Site.Services.GetRequiredService<ContentWorkspace>();
        var before = workspace.Open(path)!;
        var mistake = await Site.Services.GetRequiredService<SaveFiles>().Save(new([new(path, before.Revision, before.Text + "\nA mistake.\n") { BaseText = before.Text }], new("Ben Smith", "ben"), "Add a mistake", ChangeClass.Minor));
        Assert.IsType<SaveResult.Saved>(mistake);

        await using var editor = await Site.VisitAs(Roles.Editor, lang, width, script);
        var page = Patient(editor.Page);
        await page.GotoAsync("/edit/history/fix-0xc004f213");
        if (script) await IsClean(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a mistake" }).First.ClickAsync();
        await page.Locator(".diff ins", new() { HasText = "A mistake." }).WaitForAsync();
        await page.Locator(".rendered-new", new() { HasText = "A mistake." }).WaitForAsync();
        if (script) await IsClean(page);
        await page.GoBackAsync();
        await page.Locator(".history-list li a").Nth(1).ClickAsync();
        await page.Locator($"form:has(input[value='restore-{path}']) button[value=save]").ClickAsync();
        await page.WaitForURLAsync("**done=restored");
        Assert.Equal(before.Text, workspace.Open(path)!.Text);
        await page.GotoAsync("/en/articles/fix-0xc004f213");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("A mistake.");
        Assert.Empty(editor.Complaints);
    }

    [BrowserFact(DisplayName = "Features 98, 124: the map and the tests of a guide follow what is typed, in both languages, before anything is saved")]
    public async Task GuideFollows()
    {
        await using var editor = await Site.VisitAs(Roles.Editor, "en", 1280);
        var page = Patient(editor.Page);
        await page.GotoAsync("/edit/guides/windows-activation");
        await page.Locator("[data-assist][data-live] [data-preview] svg.map").WaitForAsync();
        var text = await page.Locator("#text-0").InputValueAsync();
        await page.Locator("#text-0").FillAsync(text.Replace("What does the Activation page", "What does the TYPED page", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("[data-preview] svg.map")).ToContainTextAsync("TYPED", new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator("[data-preview] .test-failed")).ToHaveCountAsync(0);
        await page.Locator("[data-show='1']").ClickAsync();
        var tests = await page.Locator("#text-1").InputValueAsync();
        await page.Locator("#text-1").FillAsync(tests.Replace("expect: move-retail", "expect: key-doubtful", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("[data-preview] .test-failed").First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await IsClean(page);
        await page.Locator("[data-preview] .edit-views [lang=ja]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-preview] th", new() { HasText = "テスト" }).First).ToBeVisibleAsync();
        Assert.DoesNotContain("TYPED", await File.ReadAllTextAsync(Path.Combine(place.Content, "guides", "windows-activation.yaml")), StringComparison.Ordinal);
        Assert.Empty(editor.Complaints);
    }

    [BrowserTheory(DisplayName = "Pages of editors are clean for axe and do not scroll sideways, in both languages and themes")]
    [InlineData("ja", 390, ColorScheme.Light)]
    [InlineData("en", 1280, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Dark)]
    public async Task PagesAreClean(string lang, int width, ColorScheme scheme)
    {
        await Fill();
        await using var editor = await Site.VisitAs(Roles.Editor, lang, width, scheme: scheme);
        Patient(editor.Page);
        foreach (var path in new[]
        {
            "/edit/dashboard", "/edit/dashboard?days=7", "/edit/new", "/edit/new?kind=code", "/edit/new?kind=guide", "/edit/new?kind=term", "/edit/drafts", "/edit/translations", "/edit/translations/fix-0xc004f213",
            "/edit/history/fix-0xc004f213", "/edit/rename/fix-0xc004f213", "/edit/rename/0xC004F213", "/edit/snippets", "/edit/ranking?q=0xC004F213%20KMS&lang=ja", "/edit/codes/0xC004F213", "/edit/guides/windows-activation", "/edit/guides/windows-activation/paths",
            "/edit/guides/windows-activation/diff", "/edit/terms/activation", "/edit/files/site.yaml",
        })
        {
            Assert.Equal((path, 200), (path, (await editor.Page.GotoAsync(path))!.Status));
            await IsClean(editor.Page);
        }

        Assert.Empty(editor.Complaints);
    }

    private static string Filled(string line, string written) =>
        line.StartsWith("summary:", StringComparison.Ordinal) ? $"summary: \"{written}\"" : line.StartsWith("1. ", StringComparison.Ordinal) ? $"1. {written} {{#first}}" : written;

    // Each save checks the whole content: seconds, on a machine that does other things too.
    private static IPage Patient(IPage page)
    {
        page.SetDefaultTimeout(120_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return page;
    }

    private static async Task IsClean(IPage page)
    {
        var violations = string.Join('\n', (await page.RunAxe()).Violations.Select(v => $"{v.Id} {page.Url}: {v.Nodes[0].Html}"));
        Assert.True(violations.Length == 0, violations);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), page.Url + " scrolls sideways");
        Assert.Equal(1, await page.Locator("h1:not([data-preview] h1)").CountAsync());
    }

    private async Task Fill()
    {
        var (events, visitors) = (Site.Services.GetRequiredService<IEventStore>(), Site.Services.GetRequiredService<IVisitorStore>());
        var snapshot = Site.Services.GetRequiredService<KnowledgeBase.Site.CurrentSite>().Snapshot;
        var counts = new List<KeyValuePair<SiteEvent, long>>();
        for (var day = 0; day < 30; day++)
        {
            counts.Add(new(new SearchEvent(s_today.AddDays(-day), 9, Locale.Ja, "認証できない", HitKind.Article, 12), 40 + (day * 7 % 23)));
            counts.Add(new(new SearchEvent(s_today.AddDays(-day), 10, Locale.En, "0x80041010", null, 0) { Code = "0x80041010" }, 3 + (day % 5)));
        }

        foreach (var guide in snapshot.Content.Guides)
            foreach (var (node, number) in guide.Order.Take(12).Select((n, i) => (n, i))) counts.Add(new(new GuideEvent(s_today, guide.Id, guide.Version, node, GuideMove.Shown, Locale.Ja), 60 - (number * 4)));
        foreach (var (article, number) in snapshot.Content.Articles.Take(20).Select((a, i) => (a, i)))
        {
            counts.Add(new(new ViewEvent(s_today, Vote.PageOf(article), article.Locale), 90 - number));
            if (number % 3 == 0) await visitors.Add(new Vote(Vote.PageOf(article), article.Locale, article.Revision, number % 2 == 0, number % 2 == 0 ? null : VoteReason.DidNotWork, null), At(number));
        }

        Assert.True(await events.Add(counts));
        await visitors.Add(ArticleRequest.ForQuery("activate a tablet", Locale.En)!, At(1));
    }

    private static KnowledgeBase.Site.Insights.Visitor At(int number) => KnowledgeBase.Site.Insights.Visitor.At(new System.Net.IPAddress([203, 0, 113, (byte)number]));
}
