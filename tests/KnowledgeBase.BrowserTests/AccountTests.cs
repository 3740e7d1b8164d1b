using Deque.AxeCore.Playwright;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Signing in and looking after accounts, as people do it.</summary>
[Collection(SharedSite.Name)]
public sealed class AccountTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "Feature 129: pages of accounts have nothing for axe, fit a phone and keep the content security policy")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task PagesAreInOrder(string lang)
    {
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await using var visitor = await site.Visit(lang, width, scheme: scheme);
            await Check(visitor, "/account/sign-in?problem=sso", width);
            await using var admin = await site.VisitAs(Roles.Admin, lang, width, scheme: scheme);
            foreach (var page in new[] { "/account", "/account/password", "/account/two-factor", "/account/tokens", "/admin/accounts", "/admin/audit" }) await Check(admin, page, width);
            await admin.Page.GotoAsync("/account/two-factor");
            await admin.Page.Locator("main form button").ClickAsync();
            await Check(admin, null, width);
            await admin.Page.GotoAsync("/admin/accounts");
            await admin.Page.Locator("tbody a").First.ClickAsync();
            await Check(admin, null, width);
        }
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

    private static async Task SignIn(IPage page, string name)
    {
        await page.GetByLabel("Account name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(StaffClient.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => !u.Contains("/sign-in"));
    }

    /// <param name="path">Null for the page that is open.</param>
    private static async Task Check(Visitor visitor, string? path, int width)
    {
        if (path is not null) await visitor.Page.GotoAsync(path);
        var found = await visitor.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{visitor.Path} at {width} px: " + string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{visitor.Path} is {wide} px wide at {width}");
        Assert.Empty(visitor.Complaints);
    }
}
