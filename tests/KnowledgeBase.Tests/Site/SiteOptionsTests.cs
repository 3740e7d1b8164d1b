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
    public void Every_wrong_setting_is_named_at_once(string key)
    {
        var options = new SiteOptions { RescanSeconds = 0, BaseUrl = "ftp://kb.example", ContentPath = "/no/such/folder" };
        options.AllowedHosts.Add("https://kb.example:443/");
        Assert.Single(Validate(options).Failures!, f => f.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://kb.example", true)]
    [InlineData("https://kb.example/", true)]
    [InlineData("https://kb.example/sub", false)]
    [InlineData("kb.example", false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_base_address_is_a_host_without_a_path(string address, bool valid) => Assert.Equal(valid, Validate(new() { BaseUrl = address }).Succeeded);

    [Fact]
    public void Keys_that_nothing_reads_are_told()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["KnowledgeBase:ContentPaht"] = "x", ["KnowledgeBase:rescanseconds"] = "5", ["Other:Key"] = "y",
        }).Build();
        Assert.Equal(["KnowledgeBase:ContentPaht"], UnknownSettings.In(configuration));
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(SiteOptions options) => new SiteOptionsValidator().Validate(null, options);
}
