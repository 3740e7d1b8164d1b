using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

[Collection(SharedHost.Name)]
public sealed partial class TokenTests(SampleHost site)
{
    [Fact(DisplayName = "An API token is shown once, works in the header only, and ends when it is revoked")]
    public async Task TokensWorkInTheHeader()
    {
        using var staff = await site.NewStaff(Roles.Editor);
        var token = await Make(staff, "ticket system", Roles.Support);
        using var me = await Ask(token);
        Assert.Equal($$"""{"name":"{{staff.Name}}","role":"support"}""", await me.Content.ReadAsStringAsync());
        Assert.DoesNotContain(token, await staff.Text("/account/tokens"), StringComparison.Ordinal);
        foreach (var query in new[] { "token", "access_token", "api_key" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetRaw($"/api/desk/me?{query}={token}")).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetRaw($"/api/search?q=x&{query}={token}")).StatusCode);
            // Also beside one in the header: whoever wrote the program must see it.
            Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetRaw($"/api/desk/me?{query}={token}", ("Authorization", "Bearer " + token))).StatusCode);
        }

        var handler = Regex.Match(await staff.Text("/account/tokens"), "value=\"(revoke-\\w+)\"").Groups[1].Value;
        using var revoked = await staff.Post("/account/tokens", [], handler);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(token)).StatusCode);
    }

    [Fact(DisplayName = "Features 59, 61, 67: a program with a token from the page sends a ticket and gets the reply with its link, and nothing of it is kept; without the token, in the address or after it was revoked it gets nothing")]
    public async Task ProgramsReadTickets()
    {
        using var staff = await site.NewStaff(Roles.Support);
        var token = await Make(staff, "ticket system", Roles.Support);
        const string ticket = """{"text":"マザーボードを交換しました。キー ABCDE-12345-FGHIJ-67890-KLMNO、0xC004F211 が出ます。"}""";
        async Task<HttpResponseMessage> Send(string? shown, string query = "", string origin = "")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/desk/ticket" + query, UriKind.Relative)) { Content = new StringContent(ticket, System.Text.Encoding.UTF8, "application/json") };
            if (shown is not null) request.Headers.Add("Authorization", "Bearer " + shown);
            if (origin.Length > 0) request.Headers.Add("Origin", origin);
            return await site.Client.SendAsync(request);
        }

        using var answer = await Send(token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("12345", text, StringComparison.Ordinal);
        var read = System.Text.Json.JsonDocument.Parse(text).RootElement;
        Assert.Equal(("ja", "0xC004F211"), (read.GetProperty("lang").GetString(), read.GetProperty("codes")[0].GetProperty("id").GetString()));
        foreach (var reply in read.GetProperty("replies").EnumerateArray())
        {
            var url = new Uri(reply.GetProperty("url").GetString()!);
            Assert.Contains(url.ToString(), reply.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.OK, reply.GetProperty("lang").GetString()), ((await site.GetRaw(url.PathAndQuery)).StatusCode, url.AbsolutePath[1..3]));
        }

        Assert.Equal(2, read.GetProperty("replies").GetArrayLength());
        // No browser sends this header by itself, so where the program runs does not matter.
        Assert.Equal(HttpStatusCode.OK, (await Send(token, origin: "https://tickets.example")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(token, "?access_token=" + token)).StatusCode);
        Assert.True(await site.Services.GetRequiredService<ITokenStore>().Revoke(staff.Id, (await site.Services.GetRequiredService<ITokenStore>().TokensOf(staff.Id)).Single().Id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(token)).StatusCode);
    }

    [Fact(DisplayName = "A token never does more than its owner may at the time")]
    public async Task TokensFollowTheirOwner()
    {
        var book = site.Services.GetRequiredService<AccountBook>();
        // There must be another administrator: the last one stays one.
        _ = await site.As(Roles.Admin);
        using var staff = await site.NewStaff(Roles.Admin);
        var token = await Make(staff, "all", Roles.Admin);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetRaw("/api/admin/none", ("Authorization", "Bearer " + token))).StatusCode);
        await book.SetRole("test", staff.Id, Roles.Support);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetRaw("/api/admin/none", ("Authorization", "Bearer " + token))).StatusCode);
        Assert.Contains("\"role\":\"support\"", await (await Ask(token)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await book.SetRole("test", staff.Id, null);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(token)).StatusCode);
        await book.SetRole("test", staff.Id, Roles.Support);
        await book.SetDisabled("test", staff.Id, true);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(token)).StatusCode);
    }

    [Fact(DisplayName = "Nobody makes a token above their own role, nor revokes somebody else's")]
    public async Task TokensAreOnesOwn()
    {
        using var staff = await site.NewStaff(Roles.Support);
        using var answer = await staff.Post("/account/tokens", new() { ["name"] = "too much", ["role"] = Roles.Admin }, "make");
        Assert.DoesNotContain("kb_", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var token = await Make(staff, "mine", Roles.Support);
        var id = (await site.Services.GetRequiredService<ITokenStore>().TokensOf(staff.Id)).Single().Id;
        using var other = await site.NewStaff(Roles.Admin);
        _ = await Make(other, "theirs", Roles.Support);
        var own = Regex.Match(await other.Text("/account/tokens"), "value=\"(revoke-\\w+)\"").Groups[1].Value;
        var page = Regex.Match(await other.Text("/account/tokens"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var tried = await other.Send("/account/tokens", new() { ["_handler"] = own.Split('-')[0] + "-" + id, ["__RequestVerificationToken"] = page });
        Assert.False(tried.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(token)).StatusCode);
    }

    [Theory(DisplayName = "What is no token of this site is refused")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer kb_")]
    [InlineData("Bearer kb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task NonsenseIsRefused(string header)
    {
        using var response = await site.GetRaw("/api/desk/me", ("Authorization", header));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.GetRaw("/api/search?q=kms&lang=en", ("Authorization", header))).StatusCode);
    }

    private Task<HttpResponseMessage> Ask(string token) => site.GetRaw("/api/desk/me", ("Authorization", "Bearer " + token));

    private static async Task<string> Make(StaffClient staff, string name, string role)
    {
        using var answer = await staff.Post("/account/tokens", new() { ["name"] = name, ["role"] = role }, "make");
        var token = Token.Match(await answer.Content.ReadAsStringAsync()).Value;
        Assert.NotEmpty(token);
        return token;
    }

    [GeneratedRegex("kb_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token { get; }
}
