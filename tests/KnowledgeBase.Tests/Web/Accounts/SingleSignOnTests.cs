using System.Net;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

/// <summary>Single sign-on against a real provider on this machine.</summary>
public sealed class SingleSignOnTests : IAsyncLifetime
{
    private SampleHost _site = null!;
    private TestProvider _provider = null!;

    public async Task InitializeAsync()
    {
        _provider = await TestProvider.Start();
        _site = new SampleHost();
        foreach (var (key, value) in new[]
        {
            ("Name", "Example ID"), ("ClientId", TestProvider.ClientId), ("ClientSecret", TestProvider.ClientSecret), ("AuthorizationEndpoint", $"{_provider.Address}authorize"),
            ("TokenEndpoint", $"{_provider.Address}token"), ("UserInfoEndpoint", $"{_provider.Address}userinfo"), ("Domain", "kb.example"), ("DomainRole", "support"),
            ("RoleClaim", "groups"), ("RoleValues:0", "kb-editors=editor"),
        })
            _site.Settings["KnowledgeBase:Auth:SingleSignOn:" + key] = value;
        await _site.InitializeAsync();
        _provider.Redirect = new Uri(_site.Client.BaseAddress!, "/account/sso/callback").ToString();
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)_site).DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact(DisplayName = "Feature 129: single sign-on lets people in with state and PKCE; who is new gets the role of the settings, or none")]
    public async Task PeopleComeIn()
    {
        foreach (var (person, name, role) in new (string, string, string?)[]
        {
            ("""{"sub":"1","preferred_username":"tanaka","email":"tanaka@elsewhere.example","email_verified":true}""", "tanaka", null),
            ("""{"sub":"2","email":"sato@kb.example","email_verified":true}""", "sato@kb.example", Roles.Support),
            ("""{"sub":"3","email":"unsure@kb.example","email_verified":false}""", "unsure@kb.example", null),
            ("""{"sub":"4","email":"evil@not-kb.example","email_verified":true}""", "evil@not-kb.example", null),
            ("""{"sub":"5","email":"evil@kb.example.evil.example","email_verified":true}""", "evil@kb.example.evil.example", null),
            ("""{"sub":"6","email":"evil@kb.example@evil.example","email_verified":true,"name":"Six"}""", "evil@kb.example@evil.example", null),
            ("""{"sub":"7","name":"鈴木 花子","groups":["others","kb-editors"]}""", "鈴木.花子", Roles.Editor),
            ("""{"sub":"8","name":"Eight","groups":"admin","role":"admin","email_verified":"true"}""", "Eight", null),
        })
        {
            _provider.Person = person;
            using var browser = new StaffClient(_site.Client.BaseAddress!);
            var (status, back) = await Come(browser, "/account?x=1");
            Assert.Equal((HttpStatusCode.Found, "/account?x=1"), (status, back));
            var account = (await Store.FindByKey(AccountName.Key(name)))!;
            Assert.Equal((name, role, (string?)null), (account.Name, account.Role, account.PasswordHash));
            Assert.Contains(name, await browser.Text("/account"), StringComparison.Ordinal);
            Assert.Equal(role is null ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, (await browser.Get("/desk/none")).StatusCode);
        }

        Assert.Empty(_provider.Refusals);
    }

    [Fact(DisplayName = "Who comes again is known by the provider's permanent name only, and keeps the role that an admin gave")]
    public async Task PeopleComeAgain()
    {
        var book = _site.Services.GetRequiredService<AccountBook>();
        _provider.Person = """{"sub":"20","preferred_username":"yamada"}""";
        using var browser = new StaffClient(_site.Client.BaseAddress!);
        await Come(browser, null);
        var yamada = (await Store.FindByKey("yamada"))!;
        await book.SetRole("test", yamada.Id, Roles.Admin);
        _provider.Person = """{"sub":"20","preferred_username":"yamada-renamed","email":"y@kb.example","email_verified":true}""";
        using var again = new StaffClient(_site.Client.BaseAddress!);
        await Come(again, null);
        Assert.Equal(HttpStatusCode.OK, (await again.Get("/admin/accounts")).StatusCode);
        // Somebody else who calls himself so is somebody else.
        _provider.Person = """{"sub":"21","preferred_username":"yamada"}""";
        using var other = new StaffClient(_site.Client.BaseAddress!);
        await Come(other, null);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Get("/admin/accounts")).StatusCode);
        Assert.Equal(2, (await Store.All()).Count(a => a.Key.StartsWith("yamada", StringComparison.Ordinal)));
    }

    [Fact(DisplayName = "A disabled account, an answer that names nobody and one that is no answer let nobody in")]
    public async Task NobodyComesInWithoutAName()
    {
        _provider.Person = """{"sub":"30","preferred_username":"kato"}""";
        using var kato = new StaffClient(_site.Client.BaseAddress!);
        await Come(kato, null);
        await _site.Services.GetRequiredService<AccountBook>().SetDisabled("test", (await Store.FindByKey("kato"))!.Id, true);
        foreach (var person in new[] { _provider.Person, "{}", "[]", "not json", """{"sub":""}""", """{"sub":5}""", """{"sub":null}""" })
        {
            _provider.Person = person;
            using var browser = new StaffClient(_site.Client.BaseAddress!);
            var (_, back) = await Come(browser, null);
            Assert.Equal("/account/sign-in?problem=sso", back);
            Assert.DoesNotContain(browser.Cookies, c => c.Name == "kb-account");
        }
    }

    [Fact(DisplayName = "An answer of the provider counts once, in the browser that asked, with the state that was sent")]
    public async Task AnswersAreBound()
    {
        _provider.Person = """{"sub":"40","preferred_username":"mori"}""";
        using var browser = new StaffClient(_site.Client.BaseAddress!);
        var callback = await Ask(browser, null);
        using var victim = new StaffClient(_site.Client.BaseAddress!);
        using var planted = await victim.Get(callback);
        Assert.Equal("/account/sign-in?problem=sso", planted.Headers.Location?.OriginalString);
        Assert.DoesNotContain(victim.Cookies, c => c.Name == "kb-account");
        using var changed = await browser.Get(callback[..^3] + "AAA");
        Assert.Equal("/account/sign-in?problem=sso", changed.Headers.Location?.OriginalString);
        using var right = await browser.Get(await Ask(browser, null));
        Assert.Equal("/account", right.Headers.Location?.OriginalString);
        foreach (var address in new[] { "/account/sso/callback", "/account/sso/callback?code=x&state=y", "/account/sso/callback?error=access_denied" })
        {
            using var made = await victim.Get(address);
            Assert.Equal("/account/sign-in?problem=sso", made.Headers.Location?.OriginalString);
        }
    }

    [Fact(DisplayName = "After single sign-on nobody is sent to another site")]
    public async Task ReturnStaysHere()
    {
        _provider.Person = """{"sub":"50","preferred_username":"ueda"}""";
        foreach (var address in new[] { "//evil.example", "https://evil.example", "/\\evil.example" })
        {
            using var browser = new StaffClient(_site.Client.BaseAddress!);
            Assert.Equal("/account", (await Come(browser, address)).Back);
        }
    }

    [Fact(DisplayName = "The sign-in page offers single sign-on only where the settings name a provider")]
    public async Task TheDoorIsShown()
    {
        using var browser = new StaffClient(_site.Client.BaseAddress!);
        Assert.Contains("Example ID", await browser.Text("/account/sign-in"), StringComparison.Ordinal);
    }

    private IAccountStore Store => _site.Services.GetRequiredService<IAccountStore>();

    /// <summary>Goes to the provider and comes back, as a browser follows redirects.</summary>
    private async Task<(HttpStatusCode Status, string? Back)> Come(StaffClient browser, string? returnUrl)
    {
        using var back = await browser.Get(await Ask(browser, returnUrl));
        return (back.StatusCode, back.Headers.Location?.OriginalString);
    }

    /// <summary>Signs in at the provider.</summary>
    /// <returns>The address it sends the browser back to.</returns>
    private static async Task<string> Ask(StaffClient browser, string? returnUrl)
    {
        using var sent = await browser.Get("/account/sso" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        using var provider = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await provider.GetAsync(sent.Headers.Location);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }
}
