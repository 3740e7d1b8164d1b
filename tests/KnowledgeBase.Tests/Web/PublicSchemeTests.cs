using System.Net;

namespace KnowledgeBase.Tests.Web;

/// <summary>Behind a proxy that ends TLS: the site's own address is `https`, and every request arrives as plain HTTP.</summary>
public sealed class PublicSchemeTests : IAsyncLifetime
{
    private readonly SampleHost _site = new();

    public Task InitializeAsync()
    {
        _site.Settings["KnowledgeBase:BaseUrl"] = "https://kb.example";
        // Secure cookies, as where the site runs for real.
        _site.Settings["environment"] = "Production";
        return _site.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    [Fact(DisplayName = "Behind a proxy with TLS the sign-in page is shown")]
    public async Task SignInIsShown()
    {
        using var response = await _site.GetRaw("/account/sign-in", ("Host", "kb.example"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact(DisplayName = "Behind a proxy with TLS every cookie is for secure connections alone")]
    public async Task CookiesAreSecure()
    {
        using var response = await _site.GetRaw("/account/sign-in", ("Host", "kb.example"));
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact(DisplayName = "Behind a proxy with TLS a form of the site's own address is taken, and one from elsewhere refused")]
    public async Task OwnFormsAreTaken()
    {
        using var own = await _site.Post("/en/pastes", "203.0.113.7", new() { ["text"] = "0xC004F213" }, ("Host", "kb.example"), ("Origin", "https://kb.example"));
        Assert.True((int)own.StatusCode < 400, own.StatusCode.ToString());
        using var foreign = await _site.Post("/en/pastes", "203.0.113.7", new() { ["text"] = "0xC004F213" }, ("Host", "kb.example"), ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }
}
