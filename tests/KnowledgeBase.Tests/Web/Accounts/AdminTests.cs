using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

[Collection(SharedHost.Name)]
public sealed class AdminTests(SampleHost site)
{
    [Fact(DisplayName = "Feature 129: an admin adds, changes, resets and disables accounts, and the log tells who did it")]
    public async Task AdminsLookAfterAccounts()
    {
        using var admin = await site.NewStaff(Roles.Admin);
        var name = "person-" + admin.Name;
        using var added = await admin.Post("/admin/accounts", new() { ["name"] = name, ["role"] = Roles.Support }, "add");
        var password = Password(await added.Content.ReadAsStringAsync());
        using var person = new StaffClient(site.Client.BaseAddress!);
        Assert.Equal("/account", (await person.SignIn(name, password)).Headers.Location?.OriginalString);
        var page = "/admin/accounts/" + (await Account(name)).Id;
        await Do("role", ("role", Roles.Editor));
        Assert.Equal(Roles.Editor, (await Account(name)).Role);
        Assert.True((await person.Get("/account")).IsSuccessStatusCode);
        await Do("sign-out");
        Assert.False((await person.Get("/account")).IsSuccessStatusCode);
        using var reset = await admin.Post(page, new() { ["do"] = "password" }, "change");
        var next = Password(await reset.Content.ReadAsStringAsync());
        Assert.Null((await person.SignIn(name, password)).Headers.Location);
        Assert.NotNull((await person.SignIn(name, next)).Headers.Location);
        await Do("disable");
        Assert.False((await person.Get("/account")).IsSuccessStatusCode);
        var log = await admin.Text("/admin/audit");
        foreach (var action in new[] { AuditAction.AccountAdded, AuditAction.RoleChanged, AuditAction.SignedOutEverywhere, AuditAction.PasswordReset, AuditAction.Disabled })
            Assert.Contains((await site.Services.GetRequiredService<IAuditLog>().Read(50)), e => e.Entry.Action == action && e.Entry.Subject == name && e.Entry.Who == admin.Name);
        Assert.Contains(name, log, StringComparison.Ordinal);
        Assert.DoesNotContain(next, log, StringComparison.Ordinal);

        async Task Do(string what, params (string Name, string Value)[] fields)
        {
            using var answer = await admin.Post(page, fields.Append(("do", what)).ToDictionary(f => f.Item1, f => f.Item2), "change");
            Assert.Equal(page + "?done=changed", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact(DisplayName = "What an admin cannot do is told on the page, and an unknown account is a missing page")]
    public async Task RefusalsAreTold()
    {
        using var admin = await site.NewStaff(Roles.Admin);
        foreach (var name in new[] { admin.Name, "-", "<b>x</b>", new string('a', 100) })
        {
            using var answer = await admin.Post("/admin/accounts", new() { ["name"] = name, ["role"] = Roles.Support }, "add");
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Contains("staff-problem", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>x</b>", html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get("/admin/accounts/none")).StatusCode);
    }

    [Fact(DisplayName = "Feature 129: too many attempts from one address are refused for a while, whatever the name")]
    public async Task AttemptsAreLimited()
    {
        using var visitor = new StaffClient(site.Client.BaseAddress!);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 35; i++)
        {
            using var answer = await visitor.Send("/account/sign-in", new() { ["name"] = "x" + i }, ("X-Forwarded-For", "203.0.113.77"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, statuses[0]);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/account/sign-in")).StatusCode);
    }

    [Fact(DisplayName = "Every kind of audit entry has its words")]
    public void EntriesHaveWords() => Assert.Empty(AuditAction.All.Where(a =>
        KnowledgeBase.Content.Locale.All.Any(l => KnowledgeBase.Web.Components.UiText.For(l).NameOrNull("AccountDid", a) is null)));

    private static string Password(string html) => Regex.Match(html, "<code class=\"staff-key\">([a-z0-9-]+)</code>").Groups[1].Value is { Length: > 20 } made ? made : throw new InvalidOperationException("No password is shown.");

    private async Task<Account> Account(string name) => (await site.Services.GetRequiredService<IAccountStore>().FindByKey(name))!;
}
