using System.Net;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed class RankingPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Theory(DisplayName = "An editor sees what a reader would find, and of what each score is the sum")]
    [InlineData("0xC004F211", "code as Own")]
    [InlineData("hardware", "in title")]
    public async Task ScoresAreExplained(string query, string reason)
    {
        using var editor = await site.Editor();
        var html = WebUtility.HtmlDecode(await editor.Text($"/edit/ranking?lang=en&q={query}"));
        Assert.Contains(reason, html);
        Assert.Contains("value=\"" + query + "\"", html);
    }

    [Fact(DisplayName = "Feature 109: a product key is taken out here too")]
    public async Task KeysAreTakenOut()
    {
        using var editor = await site.Editor();
        var html = await editor.Text("/edit/ranking?q=" + Uri.EscapeDataString("key AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"));
        Assert.DoesNotContain("BBBBB", html);
        Assert.Contains("was taken out", html);
    }
}
