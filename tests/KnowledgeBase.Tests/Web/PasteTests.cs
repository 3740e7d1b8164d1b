using System.Net;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class PasteTests(SampleHost site)
{
    private const string Path = "/en/pastes";

    [Theory(DisplayName = "Features 9, 59: a pasted text leads to its codes, the articles that fit and the position in the guided check; nothing else of it is in the address")]
    [InlineData("Ticket 4711 of Jane Doe\nLicense Status: Notification\nNotification Reason: 0xC004F211\nPartial Product Key: 3V66T", "codes=0xC004F211", "answers=status.not-active%2Ccode.0xC004F211", "/en/guides/windows-activation/changed?status=not-active&amp;code=0xC004F211")]
    [InlineData("-1073430520\u3068 \uff10\uff38\uff23\uff10\uff10\uff14\uff26\uff12\uff11\uff13", "codes=0xC004C008%2C0xC004F213", "check=windows-activation", "/en/codes/0xC004C008")]
    public async Task TextsAreRead(string text, string codes, string answers, string shown)
    {
        using var response = await site.Post(Path, "192.0.2.9", new() { ["text"] = text });
        var address = response.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith("/en/pasted?", address, StringComparison.Ordinal);
        Assert.Contains(codes, address, StringComparison.Ordinal);
        Assert.Contains(answers, address, StringComparison.Ordinal);
        Assert.Contains("articles=", address, StringComparison.Ordinal);
        foreach (var secret in new[] { "3V66T", "Jane", "4711", "Ticket" }) Assert.DoesNotContain(secret, address, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(shown, await site.Text(address), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Features 9, 11: a message without its code leads to the code whose message reads like it")]
    public async Task MessagesLeadToCodes()
    {
        var page = await site.Text("/en/codes/0xC004C008");
        var at = page.IndexOf("<h1>", StringComparison.Ordinal) + 4;
        var title = page[at..page.IndexOf('<', at)];
        using var response = await site.Post(Path, "192.0.2.9", new() { ["text"] = "The screen says:\n" + WebUtility.HtmlDecode(title) });
        Assert.Contains("likely=0xC004C008", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 9: articles about the site itself answer no pasted message")]
    public void ArticlesForEditorsAreLeftOut()
    {
        const string message = "the graphics card was changed";
        using var content = TempContent.CopyOf("tests", "data", "site");
        Assert.Contains("hardware-change-impact", Read().Articles);
        content.Change("categories.yaml", "- id: hardware", "- id: hardware\n  about-site: true");
        Assert.DoesNotContain("hardware-change-impact", Read().Articles);

        PastedReading Read() => PastedReading.Of(SiteBuilder.Build([.. ContentFolder.Read(content.Folder).Select(f => f.Content)], null, TimeProvider.System), Locale.En, message);
    }

    [Theory(DisplayName = "A text that says nothing leads to other doors, and an address that names nothing shows nothing")]
    [InlineData("/en/pasted?none", true)]
    [InlineData("/en/pasted?codes=%3Cscript%3E&articles=../../etc,none&check=none&answers=a.b,c,%3Cb%3E", true)]
    [InlineData("/en/pasted", false)]
    public async Task NothingIsFound(string path, bool isTold)
    {
        var page = await site.Text(path);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(isTold, page.Contains("class=\"banner\" role=\"status\"", StringComparison.Ordinal));
        Assert.Contains("action=\"/en/pastes\"", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_says_nothing_leads_to_the_page_that_tells()
    {
        using var response = await site.Post(Path, "192.0.2.9", new() { ["text"] = "zzqq" });
        Assert.Equal("/en/pasted?none", response.Headers.Location!.OriginalString);
    }

    [Fact(DisplayName = "Feature 110: a pasted text counts like any other form of its visitor: who sends too many is asked to wait, others are not")]
    public async Task TooManyAreRefused()
    {
        var own = new SampleHost();
        own.Settings["KnowledgeBase:RateLimits:VisitorPostsPerHour"] = "3";
        await own.InitializeAsync();
        try
        {
            var answers = new List<HttpStatusCode>();
            foreach (var path in new[] { Path, "/ja/guides/windows-activation/pasted", "/ja/requests", Path, "/ja/guides/windows-activation/pasted" })
            {
                using var answer = await own.Post(path, "203.0.113.1", new() { ["text"] = "0xC004F211", ["code"] = "0xC004F2B1" });
                answers.Add(answer.StatusCode);
            }

            Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.SeeOther, 3), .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 2)], answers);
            using var other = await own.Post(Path, "203.0.113.2", new() { ["text"] = "0xC004F211" });
            Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        }
        finally
        {
            await ((IAsyncLifetime)own).DisposeAsync();
        }
    }

    [Theory(DisplayName = "A pasted text of the greatest length is read, a longer form is refused")]
    [InlineData(20_000, HttpStatusCode.SeeOther)]
    [InlineData(23_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task LengthIsBounded(int characters, HttpStatusCode status)
    {
        using var response = await site.Post(Path, "192.0.2.9", new() { ["text"] = new string('\u3042', characters) });
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_text_from_another_site_is_refused()
    {
        using var response = await site.Post(Path, "192.0.2.9", new() { ["text"] = "0xC004F211" }, ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
