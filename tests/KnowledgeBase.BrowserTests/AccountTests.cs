using Deque.AxeCore.Playwright;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Tests.Web;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Signing in and looking after accounts, as people do it.</summary>
[Collection(SitePages.Name)]
public sealed class AccountTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "Feature 129: pages of accounts have nothing for axe, fit a phone and keep the content security policy")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task PagesAreInOrder(string lang)
    {
        await using var visitor = await site.Visit(lang, 390);
        await Check(visitor, "/account/sign-in?problem=sso");
        await using var admin = await site.VisitAs(Roles.Admin, lang, 390);
        foreach (var page in new[] { "/account", "/account/password", "/account/two-factor", "/account/tokens", "/admin/accounts", "/admin/audit" }) await Check(admin, page);
        await admin.Page.GotoAsync("/account/two-factor");
        await admin.Page.Locator("main form button").ClickAsync();
        await Check(admin, null);
        await admin.Page.GotoAsync("/admin/accounts");
        await admin.Page.Locator("tbody a").First.ClickAsync();
        await Check(admin, null);
    }

    [BrowserFact(DisplayName = "Feature 129: set up the app, sign out, sign in with password and code, without script and by keyboard")]
    public async Task WholeWay()
    {
        using var staff = await StaffClient.SignIn(site.Address, site.Services, Roles.Support);
        await using var visitor = await site.Visit("en", 390, script: false);
        var page = visitor.Page;
        await page.GotoAsync("/account/two-factor");
        await SignIn(page, staff.Name);
        Assert.Equal("/account/two-factor", visitor.Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        var key = (await page.Locator(".staff-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("Code from your authenticator app").FillAsync(CodeSteps.At(key, TimeProvider.System.GetUtcNow()));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".staff-codes").WaitForAsync();
        Assert.Equal(10, await page.Locator(".staff-codes li").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await SignIn(page, staff.Name);
        await page.GetByLabel("Code from your authenticator app").FillAsync(CodeSteps.At(key, TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/account");
        Assert.Equal("/account", visitor.Path);
        Assert.Contains(staff.Name, await page.Locator("main").InnerTextAsync());
    }

    [BrowserFact(DisplayName = "SEC-9: the next step of somebody who was disabled meanwhile is the sign-in page")]
    public async Task DisabledMeanwhile()
    {
        using var staff = await StaffClient.SignIn(site.Address, site.Services, Roles.Support);
        await using var visitor = await site.Visit("en", script: false);
        await visitor.Page.GotoAsync("/account/tokens");
        await SignIn(visitor.Page, staff.Name);
        await visitor.Page.GetByLabel("Name").FillAsync("ticket system");
        await site.Services.GetRequiredService<AccountBook>().SetDisabled("test", staff.Id, true);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        Assert.StartsWith("/account/sign-in?returnUrl=%2Faccount%2Ftokens", visitor.Path);
        Assert.Empty(await site.Services.GetRequiredService<ITokenStore>().TokensOf(staff.Id));
    }

    [BrowserFact(DisplayName = "SEC-9: whoever sits at an open circuit is nobody there within ten seconds of being disabled, demoted or signed out; a colleague stays")]
    public async Task OpenCircuitsForget()
    {
        var book = site.Services.GetRequiredService<AccountBook>();
        var (visitors, circuits) = (new List<Visitor>(), new List<AuthenticationStateProvider>());
        for (var i = 0; i < 4; i++)
        {
            var visitor = await site.VisitAs(Roles.Editor, "en");
            visitors.Add(visitor);
            await visitor.Page.GotoAsync("/en/search?q=KMS");
            await visitor.Page.Locator("#q").FocusAsync();
            await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
            circuits.Add(await site.Circuits.Of(visitor.Account.Name));
        }

        Assert.Equal(AccountChange.Done, await book.SetDisabled("test", visitors[0].Account.Id, true));
        Assert.Equal(AccountChange.Done, await book.SetRole("test", visitors[1].Account.Id, null));
        Assert.Equal(AccountChange.Done, await book.SignOutEverywhere("test", visitors[2].Account.Id));
        var since = TimeProvider.System.GetTimestamp();
        foreach (var circuit in circuits[..3])
            while ((await circuit.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated == true)
            {
                Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(10));
                await Task.Delay(100);
            }

        Assert.Equal(visitors[3].Account.Name, (await circuits[3].GetAuthenticationStateAsync()).User.Identity?.Name);
        // The circuit itself stays: reading asks for no account.
        await visitors[0].Page.Locator("#q").FillAsync("OEM");
        await Assertions.Expect(visitors[0].Page.Locator("h1")).ToContainTextAsync("OEM");
        foreach (var visitor in visitors) await visitor.DisposeAsync();
    }

    [BrowserTheory(DisplayName = "Feature 129: the second step has nothing for axe either, also with a wrong code and with the recovery code unfolded")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task SecondStepIsInOrder(string lang)
    {
        await using var visitor = await site.VisitAs(Roles.Support, lang, 390);
        var page = visitor.Page;
        await page.GotoAsync("/account/two-factor");
        await page.Locator("main form button").ClickAsync();
        await page.Locator("main input[name=code]").FillAsync(CodeSteps.At((await page.Locator(".staff-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal), TimeProvider.System.GetUtcNow()));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".staff-codes").WaitForAsync();
        await page.Locator(".staff-nav form[action='/account/sign-out'] button").ClickAsync();
        await page.Locator("#name").FillAsync(visitor.Account.Name);
        await page.Locator("#password").FillAsync(StaffClient.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/account/second-step**");
        await Check(visitor, null);
        await page.Locator("#code").FillAsync("000000");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#problem").WaitForAsync();
        await page.Locator("details.fold summary").ClickAsync();
        await Check(visitor, null);
    }

    private static async Task SignIn(IPage page, string name)
    {
        await page.GetByLabel("Account name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(StaffClient.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => !u.Contains("/sign-in"));
    }

    // One visit for all widths and themes, as a reader turns the phone or the lamp.
    /// <param name="path">Null for the page that is open.</param>
    private static async Task Check(Visitor visitor, string? path)
    {
        if (path is not null) await visitor.Page.GotoAsync(path);
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await visitor.Page.RunAxe();
            Assert.True(found.Violations.Length == 0, $"{visitor.Path} at {width} px: " + string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
            var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{visitor.Path} is {wide} px wide at {width}");
        }

        Assert.Empty(visitor.Complaints);
    }
}
