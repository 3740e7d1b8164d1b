using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Tests.Web;
using KnowledgeBase.Web;
using KnowledgeBase.Web.Caching;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>The real site with the real content on a real port, and one browser for all tests.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-browser-");
    private readonly WebApplicationFactory<PageStore> _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningSite() : this(null)
    {
    }

    /// <param name="content">A content folder that may be changed; null: the checkout's own.</param>
    internal RunningSite(string? content) => _site = new WebApplicationFactory<PageStore>().WithWebHostBuilder(b =>
    {
        // What visitors tell is kept apart from the checkout's own data.
        b.UseSetting("urls", "http://127.0.0.1:0").UseSetting("KnowledgeBase:DataPath", _data.FullName).UseSetting("KnowledgeBase:RateLimits:VisitorPostsPerHour", "1000")
            .UseSetting("KnowledgeBase:RateLimits:SignInsPerHour", "1000").ConfigureServices(s => s.AddSingleton<OpenCircuits>().AddScoped<CircuitHandler, CircuitWitness>());
        // A busy disk may make git slower than an editor is kept waiting; these tests look at what editors see where it is not.
        if (content is not null) b.UseSetting("KnowledgeBase:ContentPath", content).UseSetting("KnowledgeBase:Editing:GitTimeoutSeconds", "60");
    });

    public IServiceProvider Services => _site.Services;

    /// <summary>The circuits that browsers hold open.</summary>
    public OpenCircuits Circuits => _site.Services.GetRequiredService<OpenCircuits>();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        if (ChromiumPath.Find() is not { } chromium) return;
        _site.UseKestrel(0);
        _site.StartServer();
        Address = _site.ClientOptions.BaseAddress;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of nobody's, for pages that are not the site's.</summary>
    public Task<IBrowserContext> Window() => _browser!.NewContextAsync();

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _site.DisposeAsync();
        _data.Delete(true);
    }

    /// <summary>A visitor who is signed in with a role (one of <see cref="Roles"/>), under an account of their own.</summary>
    public async Task<Visitor> VisitAs(string? role, string locale = "ja", int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        using var staff = await StaffClient.SignIn(Address, _site.Services, role);
        var visitor = await Visit(locale, width, script, scheme, (staff.Name, staff.Id));
        await visitor.Page.Context.AddCookiesAsync(staff.Cookies.Select(c => new Microsoft.Playwright.Cookie
        {
            Name = c.Name, Value = c.Value, Domain = Address.Host, Path = "/", HttpOnly = true, SameSite = SameSiteAttribute.Lax,
        }));
        return visitor;
    }

    /// <summary>A fresh visitor.</summary>
    /// <param name="locale">Language of the browser.</param>
    /// <param name="width">Width of the window in CSS pixels; the height follows.</param>
    public Task<Visitor> Visit(string locale = "ja", int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light) => Visit(locale, width, script, scheme, ("", ""));

    private async Task<Visitor> Visit(string locale, int width, bool script, ColorScheme scheme, (string Name, string Id) account)
    {
        var browser = _browser ?? throw new InvalidOperationException("No Chromium was found: tests/run.sh installs one.");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = locale,
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
        });
        context.SetDefaultTimeout(30_000);
        return new Visitor(context, await context.NewPageAsync()) { Account = account };
    }
}
