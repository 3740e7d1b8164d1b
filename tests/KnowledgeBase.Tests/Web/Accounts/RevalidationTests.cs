using System.Security.Claims;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

/// <summary>SEC-9: what an open circuit asks every few seconds.</summary>
[Collection(SharedHost.Name)]
public sealed class RevalidationTests(SampleHost site)
{
    [Fact(DisplayName = "SEC-9: an open circuit is asked about at least every ten seconds")]
    public void CircuitsAreAskedOften()
    {
        Assert.InRange(AccountRevalidation.Interval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        using var scope = site.Services.CreateScope();
        Assert.IsType<AccountRevalidation>(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());
    }

    [Theory(DisplayName = "SEC-9: a new role, disabling, a new password, signing out here and everywhere end an open circuit")]
    [InlineData("nothing", true)]
    [InlineData("role", false)]
    [InlineData("disable", false)]
    [InlineData("password", false)]
    [InlineData("everywhere", false)]
    [InlineData("here", false)]
    [InlineData("another session", true)]
    public async Task ChangesEndCircuits(string change, bool stays)
    {
        var (store, book, clock) = (site.Services.GetRequiredService<IAccountStore>(), site.Services.GetRequiredService<AccountBook>(), TimeProvider.System.GetUtcNow());
        using var staff = await site.NewStaff(Roles.Editor);
        var secret = AccountSecret.New();
        await store.Begin(new(AccountSecret.Mark(secret), staff.Id, clock, clock.AddHours(1)));
        await store.Begin(new(AccountSecret.Mark(secret + "2"), staff.Id, clock, clock.AddHours(1)));
        var user = AccountClaims.Of((await store.Find(staff.Id))!, secret);
        using var scope = site.Services.CreateScope();
        var (circuit, check) = ((AccountRevalidation)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>(), site.Services.GetRequiredService<AccountCheck>());
        Assert.True(await circuit.IsStillSo(new(user), CancellationToken.None));
        Assert.True(await check.May(user, Roles.Editor));
        Assert.False(await check.May(user, Roles.Admin));
        switch (change)
        {
            case "role": await book.SetRole("test", staff.Id, Roles.Support); break;
            case "disable": await book.SetDisabled("test", staff.Id, true); break;
            case "password": await book.SetPassword("test", staff.Id, "nine brown kettles"); break;
            case "everywhere": await book.SignOutEverywhere("test", staff.Id); break;
            case "here": await store.End(AccountSecret.Mark(secret)); break;
            case "another session": await store.End(AccountSecret.Mark(secret + "2")); break;
        }

        Assert.Equal(stays, await circuit.IsStillSo(new(user), CancellationToken.None));
        Assert.Equal(stays, await check.May(user, Roles.Editor));
        Assert.False(await circuit.IsStillSo(new(new ClaimsPrincipal(new ClaimsIdentity("made up"))), CancellationToken.None));
    }
}
