using KnowledgeBase.Site;
using Microsoft.Extensions.Configuration;

namespace KnowledgeBase.Tests.Site;

public sealed class SiteOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(Validate(new SiteOptions()).Succeeded);

    [Theory]
    [InlineData("KnowledgeBase:RescanSeconds")]
    [InlineData("KnowledgeBase:BaseUrl")]
    [InlineData("KnowledgeBase:ContentPath")]
    [InlineData("KnowledgeBase:AllowedHosts")]
    [InlineData("KnowledgeBase:TrustedProxies")]
    [InlineData("KnowledgeBase:RateLimits:VisitorPostsPerHour")]
    [InlineData("KnowledgeBase:Editing:Remote")]
    [InlineData("KnowledgeBase:Editing:Branch")]
    [InlineData("KnowledgeBase:Editing:GitTimeoutSeconds")]
    [InlineData("KnowledgeBase:Editing:SyncSeconds")]
    [InlineData("KnowledgeBase:Editing:PreviewDays")]
    [InlineData("KnowledgeBase:Editing:TranslatorUrl")]
    [InlineData("KnowledgeBase:Editing:TranslatorTimeoutSeconds")]
    [InlineData("KnowledgeBase:Webhooks:Targets:0:Address is not usable")]
    [InlineData("KnowledgeBase:Webhooks:Targets:0:Secret is not usable")]
    [InlineData("KnowledgeBase:Webhooks:Targets:1:Address is not usable")]
    [InlineData("KnowledgeBase:Webhooks:Targets:1:Secret is not usable")]
    [InlineData("KnowledgeBase:Webhooks:Targets:2:Address is there twice")]
    public void Every_wrong_setting_is_named_at_once(string key)
    {
        var options = new SiteOptions { RescanSeconds = 0, BaseUrl = "ftp://kb.example", ContentPath = "/no/such/folder" };
        options.AllowedHosts.Add("https://kb.example:443/");
        options.TrustedProxies.Add("proxy.example");
        options.RateLimits.VisitorPostsPerHour = 0;
        (options.Editing.Remote, options.Editing.Branch, options.Editing.TranslatorUrl) = ("--upload-pack=x", "../main", "file:///etc/passwd");
        (options.Editing.GitTimeoutSeconds, options.Editing.SyncSeconds, options.Editing.PreviewDays, options.Editing.TranslatorTimeoutSeconds) = (0, 1, 0, 0);
        options.Webhooks.Targets.Add(new() { Address = "http://tickets.example/hook", Secret = "whsec_" + Convert.ToBase64String(new byte[23]) });
        options.Webhooks.Targets.Add(new() { Address = "/hook", Secret = "c2VjcmV0" });
        options.Webhooks.Targets.Add(new() { Address = "/hook", Secret = "whsec_not base64" });
        Assert.Single(Validate(options).Failures!, f => f.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://kb.example", true)]
    [InlineData("https://kb.example/", true)]
    [InlineData("https://kb.example/sub", false)]
    [InlineData("kb.example", false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_base_address_is_a_host_without_a_path(string address, bool valid) => Assert.Equal(valid, Validate(new() { BaseUrl = address }).Succeeded);

    [Theory(DisplayName = "Feature 116: a target has an address and a secret, and the site has an address to name pages by")]
    [InlineData("https://tickets.example/hook?room=1", 24, "https://kb.example", false, true)]
    [InlineData("https://tickets.example/hook", 64, "https://kb.example", false, true)]
    [InlineData("https://tickets.example/hook", 65, "https://kb.example", false, false)]
    [InlineData("https://tickets.example/hook", 32, null, false, false)]
    [InlineData("http://tickets.example/hook", 32, "https://kb.example", false, false)]
    [InlineData("http://tickets.example/hook", 32, "https://kb.example", true, true)]
    [InlineData("file:///hook", 32, "https://kb.example", true, false)]
    public void WebhookTargets(string address, int bytes, string? home, bool allowPrivate, bool valid)
    {
        var options = new SiteOptions { BaseUrl = home };
        options.Webhooks.AllowPrivate = allowPrivate;
        options.Webhooks.Targets.Add(new() { Address = address, Secret = "whsec_" + Convert.ToBase64String(new byte[bytes]) });
        Assert.Equal(valid, Validate(options).Succeeded);
    }

    [Fact]
    public void Keys_that_nothing_reads_are_told()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["KnowledgeBase:ContentPaht"] = "x", ["KnowledgeBase:rescanseconds"] = "5", ["Other:Key"] = "y",
            ["KnowledgeBase:AllowedHosts:0"] = "kb.example", ["KnowledgeBase:RateLimits:VisitorPostsPerHour"] = "9", ["KnowledgeBase:RateLimits:Nonsense"] = "9",
        }).Build();
        Assert.Equal(["KnowledgeBase:ContentPaht", "KnowledgeBase:RateLimits:Nonsense"], UnknownSettings.In(configuration));
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(SiteOptions options) => new SiteOptionsValidator().Validate(null, options);
}
