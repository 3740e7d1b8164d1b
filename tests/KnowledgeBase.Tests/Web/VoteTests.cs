using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed partial class VoteTests(SampleHost site)
{
    private static int s_visitor;

    private IVisitorStore Store => site.Services.GetRequiredService<IVisitorStore>();

    [Theory(DisplayName = "Feature 90: articles and code pages ask whether they helped; a vote is tied to the text that was read and counted once for each visitor")]
    [InlineData("ja", "/ja/articles/hardware-change-impact", "article/hardware-change-impact")]
    [InlineData("en", "/en/codes/0xC004F213", "code/0xC004F213")]
    public async Task PagesAskOnce(string lang, string path, string page)
    {
        var (revision, me, before) = (await Revision(path), NewVisitor(), await Count(page, lang));
        foreach (var (visitor, helpful, notice) in new[] { (me, "yes", "vote-counted"), (me, "yes", "vote-counted"), (NewVisitor(), "no", "vote-why") })
        {
            using var answer = await site.Post($"/{lang}/votes", visitor, Form(page, revision, helpful));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal($"{path}#{notice}", answer.Headers.Location!.OriginalString);
            Assert.Contains($"id=\"{notice}\"", await site.Text(path));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        var after = await Count(page, lang);
        Assert.Equal((before.Helpful + 1, before.Unhelpful + 1), (after.Helpful, after.Unhelpful));
        Assert.Equal(revision, after.Revision);
    }

    [Fact(DisplayName = "Feature 90: after a no one press tells the reason; a change of mind replaces the vote")]
    public async Task ReasonsAreTold()
    {
        const string path = "/en/codes/0xC004F211", page = "code/0xC004F211";
        var (revision, me) = (await Revision(path), NewVisitor());
        foreach (var reason in await Reasons(path))
        {
            using var why = await site.Post("/en/votes", me, Form(page, revision, "no", ("reason", reason)));
            Assert.Equal(path + "#vote-counted", why.Headers.Location!.OriginalString);
        }

        var told = await Count(page, "en");
        Assert.Equal((0, 1, Enum.GetValues<VoteReason>()[^1]), (told.Helpful, told.Unhelpful, Assert.Single(told.Reasons).Key));
        using var mind = await site.Post("/en/votes", me, Form(page, revision, "yes"));
        var after = await Count(page, "en");
        Assert.Equal((1, 0, 0), (after.Helpful, after.Unhelpful, after.Reasons.Count));
    }

    [Fact(DisplayName = "Features 90, 109: the search that led to the page is kept with an unhelpful vote, secrets masked")]
    public async Task QueriesAreKept()
    {
        const string page = "article/check-activation-state";
        var revision = await Revision("/ja/articles/check-activation-state");
        using var answer = await site.Post("/ja/votes", NewVisitor(), Form(page, revision, "no", ("query", "キー ABCDE-12345-FGHIJ-67890-KLMNO")));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(["キー *****"], (await Count(page, "ja")).Queries);
    }

    [Fact]
    public async Task A_script_gets_the_notice_instead_of_a_redirect()
    {
        var revision = await Revision("/ja/codes/0xC004C008");
        using var answer = await site.Post("/ja/votes", NewVisitor(), Form("code/0xC004C008", revision, "yes"), ("Accept", "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("/ja/codes/0xC004C008", "vote-counted"), (json.GetProperty("page").GetString(), json.GetProperty("notice").GetString()));
    }

    [Fact(DisplayName = "A vote on a text that has changed since is not counted: the visitor sees the new text")]
    public async Task OldTextsTakeNoVotes()
    {
        const string page = "code/0xC004F00F";
        using var answer = await site.Post("/ja/votes", NewVisitor(), Form(page, "000000000000", "yes"));
        Assert.Equal("/ja/codes/0xC004F00F", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain(await Store.Votes(), v => v.Page == page);
    }

    [Fact]
    public async Task What_is_no_vote_is_refused()
    {
        var revision = await Revision("/ja/codes/0xC004F00F");
        foreach (var form in new[] { Form("code/0xC004F00F", revision, "maybe"), Form("code/0xC004FFFF", revision, "yes"), Form("code/c004f00f", revision, "yes"), Form("article/../secret", revision, "yes"), Form("", "", ""), [] })
        {
            using var answer = await site.Post("/ja/votes", NewVisitor(), form);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var foreign = await site.Post("/ja/votes", NewVisitor(), Form("code/0xC004F00F", revision, "yes"), ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.DoesNotContain(await Store.Votes(), v => v.Page == "code/0xC004F00F");
    }

    private static string NewVisitor() => $"192.0.2.{Interlocked.Increment(ref s_visitor)}";

    private static Dictionary<string, string> Form(string page, string revision, string helpful, params (string Name, string Value)[] more) =>
        more.Append(("page", page)).Append(("revision", revision)).Append(("helpful", helpful)).ToDictionary(p => p.Item1, p => p.Item2);

    private async Task<string> Revision(string path) => RevisionField.Match(await site.Text(path)).Groups[1].Value;

    private async Task<IReadOnlyList<string>> Reasons(string path)
    {
        var reasons = ReasonButton.Matches(await site.Text(path)).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(Enum.GetNames<VoteReason>(), reasons);
        return reasons;
    }

    private async Task<VoteCount> Count(string page, string locale) =>
        (await Store.Votes()).FirstOrDefault(v => v.Page == page && v.Locale == locale) ?? new(page, locale, "", 0, 0, new Dictionary<VoteReason, long>());

    [GeneratedRegex("name=\"revision\" value=\"([0-9a-f]{12})\"")]
    private static partial Regex RevisionField { get; }

    [GeneratedRegex("name=\"reason\" value=\"(\\w+)\"")]
    private static partial Regex ReasonButton { get; }
}
