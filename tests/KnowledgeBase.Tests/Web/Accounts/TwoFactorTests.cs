using System.Text.RegularExpressions;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

[Collection(SharedHost.Name)]
public sealed partial class TwoFactorTests(SampleHost site)
{
    [Fact(DisplayName = "Feature 129: with an authenticator app the password alone signs nobody in, and no code works twice")]
    public async Task AppGuardsTheAccount()
    {
        using var staff = await site.NewStaff(Roles.Support);
        var (key, codes) = await TurnOn(staff);
        using var visitor = new StaffClient(site.Client.BaseAddress!);
        using var first = await visitor.SignIn(staff.Name, StaffClient.Password, "?returnUrl=%2Faccount%2Ftokens");
        Assert.Equal("/account/second-step?returnUrl=%2Faccount%2Ftokens", first.Headers.Location?.OriginalString);
        Assert.DoesNotContain(visitor.Cookies, c => c.Name == "kb-account");
        var step = first.Headers.Location!.OriginalString;
        Assert.Null((await visitor.Post(step, new() { ["code"] = "000000" }, "code")).Headers.Location);
        var code = Code(key, 1);
        // As an app shows it and as a Japanese keyboard types it.
        using var second = await visitor.Post(step, new() { ["code"] = string.Concat(code[..3].Select(c => (char)(c - '0' + '０'))) + " " + code[3..] }, "code");
        Assert.Equal("/account/tokens", second.Headers.Location?.OriginalString);
        using var replay = new StaffClient(site.Client.BaseAddress!);
        (await replay.SignIn(staff.Name, StaffClient.Password)).Dispose();
        Assert.Null((await replay.Post("/account/second-step", new() { ["code"] = code }, "code")).Headers.Location);
        using var recovered = await replay.Post("/account/second-step", new() { ["recovery"] = codes[0].ToLowerInvariant() }, "recovery");
        Assert.Equal("/account", recovered.Headers.Location?.OriginalString);
        using var again = new StaffClient(site.Client.BaseAddress!);
        (await again.SignIn(staff.Name, StaffClient.Password)).Dispose();
        Assert.Null((await again.Post("/account/second-step", new() { ["recovery"] = codes[0] }, "recovery")).Headers.Location);
    }

    [Fact(DisplayName = "Turning two-factor on ends other sessions; an admin's reset lets the password alone in again")]
    public async Task ChangesEndOtherSessions()
    {
        using var staff = await site.NewStaff(Roles.Support);
        using var elsewhere = new StaffClient(site.Client.BaseAddress!);
        (await elsewhere.SignIn(staff.Name, StaffClient.Password)).Dispose();
        Assert.True((await elsewhere.Get("/account")).IsSuccessStatusCode);
        await TurnOn(staff);
        Assert.False((await elsewhere.Get("/account")).IsSuccessStatusCode);
        Assert.True((await staff.Get("/account")).IsSuccessStatusCode);
        await site.Services.GetRequiredService<AccountBook>().ResetTwoFactor("test", staff.Id);
        using var back = await elsewhere.SignIn(staff.Name, StaffClient.Password);
        Assert.Equal("/account", back.Headers.Location?.OriginalString);
    }

    [Fact(DisplayName = "Without a right password there is no second step, and turning two-factor off takes a code")]
    public async Task StepsAreInOrder()
    {
        using var visitor = new StaffClient(site.Client.BaseAddress!);
        Assert.StartsWith("/account/sign-in", (await visitor.Get("/account/second-step")).Headers.Location?.OriginalString);
        using var staff = await site.NewStaff(Roles.Support);
        var (key, _) = await TurnOn(staff);
        Assert.Null((await staff.Post("/account/two-factor", new() { ["code"] = "123", ["do"] = "off" }, "keep")).Headers.Location);
        Assert.StartsWith("/account?", (await staff.Post("/account/two-factor", new() { ["code"] = Code(key, 1), ["do"] = "off" }, "keep")).Headers.Location?.OriginalString);
    }

    [Fact(DisplayName = "A new password ends other sessions, and a guess at the old one counts as one at the door")]
    public async Task PasswordsAreChanged()
    {
        using var staff = await site.NewStaff(Roles.Support);
        using var elsewhere = new StaffClient(site.Client.BaseAddress!);
        (await elsewhere.SignIn(staff.Name, StaffClient.Password)).Dispose();
        foreach (var (current, next) in new[] { ("wrong wrong wrong", "nine brown kettles"), (StaffClient.Password, "short"), (StaffClient.Password, "aaaaaaaaaaaaaaaa"), (StaffClient.Password, staff.Name + " 12345678") })
            Assert.Null((await staff.Post("/account/password", new() { ["current"] = current, ["next"] = next }, "password")).Headers.Location);
        using var changed = await staff.Post("/account/password", new() { ["current"] = StaffClient.Password, ["next"] = "nine brown kettles" }, "password");
        Assert.Equal("/account?done=password", changed.Headers.Location?.OriginalString);
        Assert.False((await elsewhere.Get("/account")).IsSuccessStatusCode);
        Assert.True((await staff.Get("/account")).IsSuccessStatusCode);
        Assert.Null((await elsewhere.SignIn(staff.Name, StaffClient.Password)).Headers.Location);
        Assert.Equal("/account", (await elsewhere.SignIn(staff.Name, "nine brown kettles")).Headers.Location?.OriginalString);
    }

    [Theory(DisplayName = "Codes are those of RFC 6238")]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void CodesAreStandard(long seconds, string code)
    {
        const string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, CodeSteps.At(key, time));
        Assert.Equal(seconds / 30, CodeSteps.Find(key, code, time.AddSeconds(45)));
        Assert.Null(CodeSteps.Find(key, code, time.AddSeconds(120)));
    }

    private static async Task<(string Key, List<string> Codes)> TurnOn(StaffClient staff)
    {
        using var begun = await staff.Post("/account/two-factor", [], "begin");
        Assert.Equal("/account/two-factor", begun.Headers.Location?.OriginalString);
        var key = Key.Match(await staff.Text("/account/two-factor")).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.NotEmpty(key);
        using var on = await staff.Post("/account/two-factor", new() { ["code"] = Code(key, 0) }, "confirm");
        var codes = Codes.Matches(await on.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);
        return (key, codes);
    }

    /// <summary>The code of now or of a later half minute: the site forgives a clock that is ahead.</summary>
    private static string Code(string key, int ahead) => CodeSteps.At(key, TimeProvider.System.GetUtcNow().AddSeconds(30 * ahead));

    [GeneratedRegex("<code class=\"staff-key\">([A-Z2-7 ]+)</code>")]
    private static partial Regex Key { get; }

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex Codes { get; }
}
