using System.Net;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

[Collection(SharedHost.Name)]
public sealed class SignInTests(SampleHost site)
{
    [Fact(DisplayName = "Feature 129: name and password sign in, and the cookie is out of reach of scripts and of other sites' forms")]
    public async Task PasswordSignsIn()
    {
        using var staff = await site.NewStaff(Roles.Support);
        Assert.Contains(staff.Name, await staff.Text("/account"), StringComparison.Ordinal);
        var cookie = staff.Cookies.Single(c => c.Name == "kb-account");
        Assert.True(cookie.HttpOnly);
        Assert.Equal(DateTime.MinValue, cookie.Expires);
    }

    [Fact(DisplayName = "A wrong password, an unknown name and a disabled account get the same answer")]
    public async Task AnswersTellNothing()
    {
        var book = site.Services.GetRequiredService<AccountBook>();
        using var known = await site.NewStaff(Roles.Editor);
        using var disabled = await site.NewStaff(Roles.Editor);
        Assert.Equal(AccountChange.Done, await book.SetDisabled("test", disabled.Id, true));
        var answers = new List<string>();
        foreach (var (name, password) in new[] { (known.Name, "not the password"), ("nobody-here", StaffClient.Password), (disabled.Name, StaffClient.Password), ("\ud800", "x"), ("'; --", "' OR 1=1") })
        {
            using var visitor = new StaffClient(site.Client.BaseAddress!);
            using var response = await visitor.SignIn(name, password);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain(visitor.Cookies, c => c.Name == "kb-account");
            var html = await response.Content.ReadAsStringAsync();
            answers.Add(html[html.IndexOf("id=\"problem\"", StringComparison.Ordinal)..html.IndexOf("<form method=\"post\" class", StringComparison.Ordinal)]);
        }

        Assert.Single(answers.Distinct());
    }

    [Fact(DisplayName = "Feature 129: five wrong passwords lock an account for a while, for whoever knows the right one too")]
    public async Task GuessesLock()
    {
        using var staff = await site.NewStaff(Roles.Support);
        for (var i = 0; i < 5; i++)
        {
            using var visitor = new StaffClient(site.Client.BaseAddress!);
            (await visitor.SignIn(staff.Name, "not the password")).Dispose();
        }

        using var owner = new StaffClient(site.Client.BaseAddress!);
        using var refused = await owner.SignIn(staff.Name, StaffClient.Password);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.DoesNotContain(owner.Cookies, c => c.Name == "kb-account");
        // Who is signed in already goes on: guessing at a name must not throw its owner out.
        Assert.Equal(HttpStatusCode.OK, (await staff.Get("/account")).StatusCode);
        Assert.Contains(await site.Services.GetRequiredService<IAuditLog>().Read(20), e => e.Entry.Action == AuditAction.LockedOut && e.Entry.Subject == staff.Name);
    }

    [Fact(DisplayName = "Feature 129: after signing out a copy of the cookie opens nothing")]
    public async Task SignOutEndsTheSession()
    {
        using var staff = await site.NewStaff(Roles.Support);
        var copy = staff.Cookies.Single(c => c.Name == "kb-account").Value;
        using var before = await site.GetRaw("/account", ("Cookie", "kb-account=" + copy));
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        using var answer = await staff.Post("/account", [], action: "/account/sign-out");
        Assert.Equal("/account/sign-in", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(staff.Cookies, c => c.Name == "kb-account");
        using var after = await site.GetRaw("/account", ("Cookie", "kb-account=" + copy));
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact(DisplayName = "SEC-9: a new role, disabling and signing out everywhere count from the next request on")]
    public async Task ChangesCountAtOnce()
    {
        var book = site.Services.GetRequiredService<AccountBook>();
        using var staff = await site.NewStaff(Roles.Support);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Get("/admin/none")).StatusCode);
        await book.SetRole("test", staff.Id, Roles.Admin);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Get("/admin/none")).StatusCode);
        await book.SetRole("test", staff.Id, null);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Get("/desk/none")).StatusCode);
        await book.SignOutEverywhere("test", staff.Id);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount", (await staff.Get("/account")).Headers.Location?.OriginalString);
        using var again = new StaffClient(site.Client.BaseAddress!);
        (await again.SignIn(staff.Name, StaffClient.Password)).Dispose();
        Assert.Equal(HttpStatusCode.OK, (await again.Get("/account")).StatusCode);
        await book.SetDisabled("test", staff.Id, true);
        Assert.Equal(HttpStatusCode.Found, (await again.Get("/account")).StatusCode);
        // Enabling it lets nobody back in who was signed in before.
        await book.SetDisabled("test", staff.Id, false);
        Assert.Equal(HttpStatusCode.Found, (await again.Get("/account")).StatusCode);
    }

    [Theory(DisplayName = "Feature 129: nothing under desk, editor or administration is reachable without its role, whether it exists or not")]
    [InlineData("/desk/none", Roles.Support)]
    [InlineData("/DESK/none", Roles.Support)]
    [InlineData("/edit/none", Roles.Editor)]
    [InlineData("/admin/none", Roles.Admin)]
    public async Task AreasNeedTheirRole(string path, string needed)
    {
        using var nobody = await site.GetRaw(path);
        Assert.Equal("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path), nobody.Headers.Location?.OriginalString);
        foreach (var role in Roles.All)
        {
            using var response = await (await site.As(role)).Get(path);
            Assert.Equal(Roles.Allows(role, needed) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        }
    }

    [Theory]
    [InlineData("/api/desk/none")]
    [InlineData("/api/edit/none")]
    [InlineData("/api/admin/none")]
    public async Task Programs_without_an_account_are_told_401(string path) => Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetRaw(path)).StatusCode);

    [Fact(DisplayName = "Reading pages are the same bytes for staff as for readers, without a cookie, and kept for everybody")]
    public async Task ReadingPagesKnowNobody()
    {
        var staff = await site.As(Roles.Admin);
        foreach (var path in new[] { "/en/glossary", "/ja/codes", "/en/articles/none" })
        {
            using var first = await staff.Get(path);
            using var second = await site.GetRaw(path);
            Assert.False(first.Headers.Contains("Set-Cookie") || second.Headers.Contains("Set-Cookie"));
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact(DisplayName = "SEC-6: forms of staff are refused without their token, and with it from another site")]
    public async Task FormsNeedTokenAndOrigin()
    {
        using var staff = await site.NewStaff(Roles.Support);
        using var bare = await staff.Send("/account/sign-out", []);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
        {
            using var foreign = await staff.Send("/account/sign-out", [], (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await staff.Get("/account")).StatusCode);
    }

    [Fact(DisplayName = "The pages of accounts speak the reader's language, and the choice stays")]
    public async Task LanguageIsTheReaders()
    {
        using var english = await site.GetRaw("/account/sign-in", ("Accept-Language", "en"));
        Assert.Contains("<html lang=\"en\"", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var visitor = new StaffClient(site.Client.BaseAddress!);
        using var answer = await visitor.Post("/account/sign-in", new() { ["lang"] = "en", ["returnUrl"] = "/account/sign-in?x=1" }, action: "/account/language");
        Assert.Equal("/account/sign-in?x=1", answer.Headers.Location?.OriginalString);
        Assert.Contains("<html lang=\"en\"", await visitor.Text("/account/sign-in"), StringComparison.Ordinal);
    }
}
