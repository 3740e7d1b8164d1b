using System.Net;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class GuidePasteTests(SampleHost site)
{
    private const string Path = "/en/guides/windows-activation/pasted";

    [Theory(DisplayName = "Features 49, 55: a pasted text leads to the position of its answers; nothing else of it is in the address")]
    [InlineData("License Status: Notification\nNotification Reason: 0xC004F211\nPartial Product Key: 3V66T", "", "/en/guides/windows-activation/changed?status=not-active&code=0xC004F211&v=", "#answers-read")]
    [InlineData("0xC004C008", "/en/guides/windows-activation/code?status=not-active&v=1", "/en/guides/windows-activation/key-use?status=not-active&code=0xC004C008&v=", "#answers-read")]
    [InlineData("I cannot activate", "/x?status=not-active", "/en/guides/windows-activation/code?status=not-active&v=", "#nothing-read")]
    [InlineData("<script>alert(1)</script>", "//evil.example/?nonsense=1", "/en/guides/windows-activation/status?v=", "#nothing-read")]
    public async Task TextsLeadOn(string text, string answers, string start, string end)
    {
        using var response = await site.Post(Path, "192.0.2.9", new() { ["text"] = text, ["answers"] = answers });
        var address = response.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith(start, address, StringComparison.Ordinal);
        Assert.EndsWith(end, address, StringComparison.Ordinal);
        Assert.DoesNotContain("3V66T", address, StringComparison.Ordinal);
        Assert.Contains($"id=\"{end[1..]}\"", await site.Text(address.Split('#')[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_text_from_another_site_is_refused()
    {
        using var response = await site.Post(Path, "192.0.2.9", new() { ["text"] = "0xC004F211" }, ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_pasted_text_for_no_guide_is_a_404()
    {
        using var response = await site.Post("/en/guides/none/pasted", "192.0.2.9", new() { ["text"] = "x" });
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact(DisplayName = "Feature 52: a link carries the tree's version; one of another version leads on with a notice, one of this version without")]
    public async Task VersionsAreCarried()
    {
        using var plain = await site.GetRaw("/en/guides/windows-activation?status=not-active");
        var address = plain.Headers.Location!.OriginalString;
        Assert.Matches("^/en/guides/windows-activation/code\\?status=not-active&v=[0-9a-f]{8}$", address);
        using var same = await site.GetRaw(address);
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        using var old = await site.GetRaw(address[..^8] + "00000000");
        Assert.Equal(address + "#guide-changed", old.Headers.Location!.OriginalString);
        using var shared = await site.GetRaw("/g/windows-activation?status=not-active&v=00000000", ("Accept-Language", "en"));
        using var opened = await site.GetRaw(shared.Headers.Location!.OriginalString);
        Assert.Equal(address + "#guide-changed", opened.Headers.Location!.OriginalString);
    }

    [Fact(DisplayName = "Feature 54: the way to the whole tree takes the answers along and draws them")]
    public async Task TheMapShowsTheWay()
    {
        var page = await site.Text((await site.GetRaw("/en/guides/windows-activation?status=not-active")).Headers.Location!.OriginalString);
        Assert.Contains("href=\"/en/guides/windows-activation/map?status=not-active\"", page, StringComparison.Ordinal);
        Assert.Contains("on-way", await site.Text("/en/guides/windows-activation/map?status=not-active"), StringComparison.Ordinal);
    }
}
