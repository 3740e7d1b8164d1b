using System.Text.Json;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Security;

namespace KnowledgeBase.Tests.Web.Accounts;

[Collection(SharedHost.Name)]
public sealed class ReturnAddressTests(SampleHost site)
{
    [Fact(DisplayName = "SEC-5: no address of the hostile set leads from the sign-in page to another site")]
    public async Task NobodyIsSentElsewhere()
    {
        var staff = await site.As(Roles.Support);
        var hostile = File.ReadLines(Repository.Hostile("open-redirect.jsonl")).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("returnUrl").GetString()!).ToList();
        Assert.NotEmpty(hostile);
        foreach (var address in hostile.Concat(["/\t/evil.example", "/.//evil.example", "/%2e%2e//evil.example", "/\\evil.example", "/%5cevil.example", "/%255cevil.example", "//evil.example", "https:evil.example"]))
        {
            using var response = await staff.Get("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address));
            var location = response.Headers.Location?.OriginalString;
            Assert.True(location is not null && Stays(location), $"{address} led to {location}");
        }
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/edit/articles/a?x=1&y=%2F%2Fz#part")]
    [InlineData("/en/search?q=//")]
    public void Addresses_of_the_site_itself_are_followed(string address) => Assert.Equal(address, LocalAddress.Check(address));

    [Theory]
    [InlineData("/account/language", "returnUrl")]
    public async Task Forms_send_nobody_elsewhere_either(string action, string field)
    {
        var staff = await site.As(Roles.Support);
        foreach (var address in new[] { "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "" })
        {
            using var response = await staff.Post("/account", new() { [field] = address, ["lang"] = "en" }, action: action);
            Assert.Equal("/account", response.Headers.Location?.OriginalString);
        }
    }

    // As browsers read it: a backslash is a slash, tabs and line ends are dropped.
    private static bool Stays(string location)
    {
        var read = location.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Trim();
        return read.StartsWith('/') && !read.StartsWith("//", StringComparison.Ordinal);
    }
}
