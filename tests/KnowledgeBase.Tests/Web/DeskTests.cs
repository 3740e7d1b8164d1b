using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

/// <summary>The support desk over HTTP, signed in as those who use it.</summary>
[Collection(SharedHost.Name)]
public sealed class DeskTests(SampleHost site)
{
    private const string Article = "/desk/articles/fix-0xc004f211";

    private INoteStore Store => site.Services.GetRequiredService<INoteStore>();

    [Theory(DisplayName = "Features 59, 61: a ticket's text comes back as a reply in the customer's language, with the link filled in, beside what the text says")]
    [InlineData("ja", "マザーボードを交換したら 0xC004F211 と表示されました。よろしくお願いします。")]
    [InlineData("en", "After a new motherboard the PC shows 0xc004f211, please help.")]
    public async Task TicketsAreAnswered(string language, string text)
    {
        using var mika = await SignIn(Roles.Support);
        using var answer = await mika.Post("/desk", new() { ["text"] = text }, "ticket");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var page = Parse(await answer.Content.ReadAsStringAsync());
        var reply = (IHtmlTextAreaElement)page.QuerySelector("#reply-1")!;
        Assert.Equal(language, page.QuerySelector(".reply")!.GetAttribute("lang"));
        Assert.Contains($"{site.Client.BaseAddress}{language}/", reply.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("{", reply.Value, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "/en/" : "/ja/", ((IHtmlTextAreaElement)page.QuerySelector("#reply-2")!).Value, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".finding-list code"), c => c.TextContent == "0xC004F211");
        Assert.Contains(page.QuerySelectorAll(".finding-list a"), a => a.GetAttribute("href") == $"/{language}/articles/fix-0xc004f211");
        Assert.Contains(page.QuerySelectorAll(".finding-list a"), a => a.GetAttribute("href")!.Contains("/guides/windows-activation/", StringComparison.Ordinal) && a.GetAttribute("href")!.Contains("code=0xC004F211", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "Features 55, 109: keys and installation ids in a ticket come back masked, and no address carries a word of it")]
    public async Task SecretsStayOut()
    {
        using var mika = await SignIn(Roles.Support);
        using var answer = await mika.Post("/desk", new() { ["text"] = "my key ABCDE-12345-FGHIJ-67890-KLMNO, wolverine 0xC004F211" }, "ticket");
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("12345-FGHIJ", html, StringComparison.Ordinal);
        Assert.Contains("my key *****", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("(href|action|src)=\"[^\"]*wolverine"), html);
    }

    [Fact(DisplayName = "Feature 62: a note stands on the desk's page of its article until its author or an editor removes it")]
    public async Task NotesStand()
    {
        using var mika = await SignIn(Roles.Support);
        using var other = await SignIn(Roles.Support);
        using var editor = await SignIn(Roles.Editor);
        var words = "Ask for the order number first <b>" + Guid.NewGuid();
        using (var kept = await mika.Post(Article, new() { ["subject"] = "article/fix-0xc004f211", ["text"] = words }, action: "/desk/notes"))
            Assert.Equal((HttpStatusCode.SeeOther, Article + "#notes"), (kept.StatusCode, kept.Headers.Location!.OriginalString));
        Assert.Contains(words, await other.Text(Article), StringComparison.Ordinal);
        Assert.DoesNotContain(words, await other.Text("/desk/codes/0xC004F211"), StringComparison.Ordinal);
        var note = (await Store.Notes("article/fix-0xc004f211")).Single(n => n.Text == words);
        Assert.Equal(mika.Name, note.Author);

        var form = new Dictionary<string, string> { ["subject"] = "article/fix-0xc004f211", ["number"] = $"{note.Number}" };
        using (var refused = await other.Post(Article, new(form), action: "/desk/notes/remove")) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (var elsewhere = await editor.Post(Article, new(form) { ["subject"] = "code/0xC004F211" }, action: "/desk/notes/remove"))
            Assert.Contains(await Store.Notes("article/fix-0xc004f211"), n => n.Number == note.Number);
        using (var done = await editor.Post(Article, new(form), action: "/desk/notes/remove")) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.DoesNotContain(await Store.Notes("article/fix-0xc004f211"), n => n.Number == note.Number);
    }

    [Fact(DisplayName = "Features 63, 71: a flag lands in the editors' queue with its ticket, and the page lists the ticket; support cannot close it, an editor can")]
    public async Task FlagsLand()
    {
        using var mika = await SignIn(Roles.Support);
        using var editor = await SignIn(Roles.Editor);
        var ticket = $"T-{Guid.NewGuid():N}"[..12];
        using (var raised = await mika.Post("/desk/codes/0xC004F213", new() { ["subject"] = "code/0xC004F213", ["ticket"] = ticket, ["text"] = "The remedy is out of date" }, action: "/desk/flags"))
            Assert.Equal("/desk/codes/0xC004F213#flags", raised.Headers.Location!.OriginalString);
        Assert.Contains(ticket, Parse(await Raw(mika, "/desk/codes/0xC004F213")).QuerySelector("#inbound")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains(ticket, await mika.Text("/desk/flags"), StringComparison.Ordinal);
        using (var queue = await mika.Get("/edit/flags")) Assert.Equal(HttpStatusCode.Forbidden, queue.StatusCode);
        Assert.Contains(ticket, await editor.Text("/edit/flags"), StringComparison.Ordinal);

        var flag = (await Store.Flags("code/0xC004F213")).Single(f => f.Ticket == ticket);
        var form = new Dictionary<string, string> { ["number"] = $"{flag.Number}" };
        using (var refused = await mika.Post("/desk", new(form), action: "/edit/flags/close")) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (var closed = await editor.Post("/edit/flags", new(form), action: "/edit/flags/close")) Assert.Equal("/edit/flags", closed.Headers.Location!.OriginalString);
        Assert.DoesNotContain(await Store.Flags("code/0xC004F213"), f => f.Ticket == ticket);
        Assert.Equal(editor.Name, (await Store.Flags("code/0xC004F213", 50)).Single(f => f.Ticket == ticket).ClosedBy);
    }

    [Theory]
    [InlineData("/desk/notes", "article/none", "text")]
    [InlineData("/desk/notes", "article/fix-0xc004f211", " ")]
    [InlineData("/desk/flags", "", "text")]
    [InlineData("/desk/flags", "outcome/windows-activation/status", "text")]
    public async Task What_is_about_nothing_is_refused(string action, string subject, string text)
    {
        using var mika = await SignIn(Roles.Support);
        using var answer = await mika.Post(Article, new() { ["subject"] = subject, ["text"] = text }, action: action);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact(DisplayName = "Feature 64: both languages of an article stand side by side by section, every id once")]
    public async Task LanguagesStandSideBySide()
    {
        using var mika = await SignIn(Roles.Support);
        var page = Parse(await Raw(mika, Article));
        var row = page.QuerySelector("#row-steps")!;
        Assert.Equal(["ja", "en"], row.QuerySelectorAll(".parallel-side").Select(s => s.GetAttribute("lang")));
        var steps = row.QuerySelectorAll(".parallel-side").Select(s => s.QuerySelectorAll(".step").Select(e => e.Id![3..]).ToList()).ToList();
        Assert.NotEmpty(steps[0]);
        Assert.Equal(steps[0], steps[1]);
        Assert.Empty(page.All.Select(e => e.Id).Where(i => !string.IsNullOrEmpty(i)).GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
        var alone = Parse(await Raw(mika, "/desk/articles/check-activation-state"));
        Assert.NotNull(alone.QuerySelector(".parallel-side[lang=en] .quiet"));
        using var none = await mika.Get("/desk/articles/none");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact(DisplayName = "Feature 69: readers say whether an outcome solved it; the desk shows the share, and a no leads on")]
    public async Task OutcomesHaveRates()
    {
        using var mika = await SignIn(Roles.Support);
        var outcome = site.Services.GetRequiredService<KnowledgeBase.Site.CurrentSite>().Snapshot.Guide("windows-activation")!.Outcomes.First(o => o.Also is not null);
        var desk = $"/desk/outcomes/windows-activation/{outcome.Id}";
        var way = KnowledgeBase.Content.GuideWay.To(site.Services.GetRequiredService<KnowledgeBase.Site.CurrentSite>().Snapshot.Guide("windows-activation")!, outcome.Id)!;
        var shown = await Follow($"/en/guides/windows-activation?{string.Join('&', way.Select(a => $"{a.Key}={a.Value}"))}");
        var form = Parse(await site.Text(shown)).QuerySelector(".solved form")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        Assert.Equal($"outcome/windows-activation/{outcome.Id}", fields["page"]);
        foreach (var (visitor, helpful) in new[] { ("198.51.100.1", "yes"), ("198.51.100.2", "yes"), ("198.51.100.3", "no") })
        {
            using var vote = await site.Post("/en/votes", visitor, new(fields) { ["helpful"] = helpful });
            Assert.Equal(HttpStatusCode.SeeOther, vote.StatusCode);
            var location = vote.Headers.Location!.OriginalString;
            if (helpful == "yes") Assert.Equal(shown + "#vote-counted", location);
            else Assert.NotEqual(new Uri(site.Client.BaseAddress!, shown).AbsolutePath, new Uri(site.Client.BaseAddress!, location).AbsolutePath);
        }

        Assert.Matches(@"67\s?%", Parse(await Raw(mika, desk)).QuerySelector("#numbers")!.ParentElement!.TextContent);
        Assert.Contains(desk, await mika.Text("/desk/numbers"), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "Features 56-58: the link builder takes an address, a code or words, and gives every form of the link")]
    [InlineData("to=/a/fix-0xc004f211&part=steps&lang=en&os=windows-11", "en/articles/fix-0xc004f211?os=windows-11#steps", "a/fix-0xc004f211?os=windows-11#steps")]
    [InlineData("q=c004f211", "c/0xC004F211", null)]
    [InlineData("q=https://kb.example/ja/codes/0xC004F211%23oem&lang=ja", "ja/codes/0xC004F211#oem", "c/0xC004F211#oem")]
    [InlineData("to=/g/windows-activation?status=not-active", "g/windows-activation?status=not-active&v=", null)]
    public async Task LinksAreBuilt(string query, string url, string? neutral)
    {
        using var mika = await SignIn(Roles.Support);
        var page = Parse(await Raw(mika, $"/desk/links?{query}"));
        string? Value(string id) => (page.GetElementById(id) as IHtmlInputElement)?.Value ?? (page.GetElementById(id) as IHtmlTextAreaElement)?.Value;
        Assert.StartsWith($"{site.Client.BaseAddress}{url}", Value("link-url"), StringComparison.Ordinal);
        Assert.Equal(neutral is null ? null : $"{site.Client.BaseAddress}{neutral}", Value("link-short"));
        Assert.EndsWith($"]({Value("link-url")})", Value("link-markdown"), StringComparison.Ordinal);
        Assert.Equal(Value("link-url"), Parse(Value("link-html")!).QuerySelector("a")!.GetAttribute("href"));
        Assert.EndsWith("\n" + Value("link-url"), Value("link-plain"), StringComparison.Ordinal);
        using var picture = await mika.Get(page.QuerySelector(".link-qr a")!.GetAttribute("href")!);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<svg", await picture.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Features 56, 58: every link that the builder gives opens what it says")]
    public async Task BuiltLinksOpen()
    {
        using var mika = await SignIn(Roles.Support);
        foreach (var query in new[] { "to=/a/fix-0xc004f211&part=steps&os=windows-10", "to=/c/0xC004F211&part=oem&lang=en", "to=/g/windows-activation?status=not-active" })
        {
            var link = ((IHtmlInputElement)Parse(await Raw(mika, $"/desk/links?{query}")).GetElementById("link-url")!).Value;
            var address = new Uri(link);
            Assert.Empty(await Promise.Check(site.Client, new(address.PathAndQuery, address.Fragment.Length > 1 ? [address.Fragment[1..]] : [])));
        }

        Assert.Equal("/ja/articles/fix-0xc004f211?os=windows-10", (await site.GetRaw("/a/fix-0xc004f211?os=windows-10")).Headers.Location!.OriginalString);
    }

    [Fact(DisplayName = "Feature 60: an outcome at the desk has its note for the ticket")]
    public async Task OutcomesHaveNotes()
    {
        using var mika = await SignIn(Roles.Support);
        var guide = site.Services.GetRequiredService<KnowledgeBase.Site.CurrentSite>().Snapshot.Guide("windows-activation")!;
        var way = KnowledgeBase.Content.GuideWay.To(guide, guide.Outcomes.First().Id)!;
        var page = Parse(await Raw(mika, $"/desk/links?to={Uri.EscapeDataString("/g/windows-activation?" + string.Join('&', way.Select(a => $"{a.Key}={a.Value}")))}"));
        Assert.Equal(2, page.QuerySelectorAll(".note [data-note]").Length);
    }

    [Fact(DisplayName = "Features 59, 67: support's programs ask with JSON what a ticket says, and get replies in both languages; nobody else does")]
    public async Task ProgramsReadTickets()
    {
        using var mika = await SignIn(Roles.Support);
        var token = Parse(await Raw(mika, "/desk")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        async Task<HttpResponseMessage> Ask(HttpClient http, string json, string? form)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Client.BaseAddress!, "/api/desk/ticket")) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
            if (form is not null) request.Headers.Add("RequestVerificationToken", form);
            return await http.SendAsync(request);
        }

        const string ticket = """{"text":"マザーボードを交換しました。キー ABCDE-12345-FGHIJ-67890-KLMNO、0xC004F211 が出ます。"}""";
        using var answer = await Ask(mika.Http, ticket, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("12345-FGHIJ", text, StringComparison.Ordinal);
        var read = System.Text.Json.JsonDocument.Parse(text).RootElement;
        Assert.Equal("ja", read.GetProperty("lang").GetString());
        Assert.Equal("0xC004F211", read.GetProperty("codes")[0].GetProperty("id").GetString());
        Assert.Equal(["ja", "en"], read.GetProperty("replies").EnumerateArray().Select(r => r.GetProperty("lang").GetString()));
        Assert.All(read.GetProperty("replies").EnumerateArray(), r => Assert.Contains(r.GetProperty("url").GetString()!, r.GetProperty("text").GetString(), StringComparison.Ordinal));

        using var anonymous = await Ask(site.Client, ticket, null);
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        using var foreign = await Ask(mika.Http, ticket, null);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        foreach (var json in new[] { "{}", """{"text":" "}""", "[]", "{", new string('[', 5000) })
        {
            using var refused = await Ask(mika.Http, json, token);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    // As it came: the client's own text has its references decoded.
    private static async Task<string> Raw(StaffClient staff, string path)
    {
        using var answer = await staff.Get(path);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<StaffClient> SignIn(string role) => StaffClient.SignIn(site.Client.BaseAddress!, site.Services, role);

    private async Task<string> Follow(string path)
    {
        using var answer = await site.GetRaw(path);
        return answer.Headers.Location is { } to ? await Follow(to.OriginalString) : path;
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
