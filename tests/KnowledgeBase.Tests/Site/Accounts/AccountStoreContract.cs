using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Tests.Site.Accounts;

/// <summary>What every store of accounts must keep to, whatever stands behind it.</summary>
public abstract class AccountStoreContract
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    protected abstract IAccountStore Store { get; }

    protected abstract IAuditLog Audit { get; }

    protected abstract ITokenStore Tokens { get; }

    [Fact]
    public async Task An_account_comes_back_as_it_was_written()
    {
        var account = new Account
        {
            Name = "Tanaka", Key = "tanaka", Role = Roles.Editor, PasswordHash = "hash", CreatedAt = s_now, LockedUntil = s_now.AddMinutes(5), HasTwoFactor = true,
            AuthenticatorKey = "key", RecoveryCodes = ["A", "B"], LastCodeStep = 7,
        };
        Assert.Equal(AccountWrite.Written, await Store.Add(account));
        foreach (var found in new[] { await Store.Find(account.Id), await Store.FindByKey("tanaka"), Assert.Single(await Store.All()) }) Assert.Equivalent(account, found, strict: true);
        Assert.Null(await Store.FindByKey("Tanaka"));
    }

    [Fact]
    public async Task A_name_belongs_to_one_account()
    {
        await Add("tanaka", Roles.Admin);
        Assert.Equal(AccountWrite.NameTaken, await Store.Add(new Account { Name = "TANAKA", Key = "tanaka" }));
        var other = await Add("suzuki", null);
        other.Key = "tanaka";
        Assert.Equal(AccountWrite.NameTaken, await Store.Update(other));
    }

    [Fact(DisplayName = "An update of an older copy is refused, and counts of failures are not lost to it")]
    public async Task OlderCopiesLose()
    {
        var account = await Add("tanaka", Roles.Support);
        var older = (await Store.Find(account.Id))!;
        account.Role = Roles.Editor;
        Assert.Equal(AccountWrite.Written, await Store.Update(account));
        Assert.Equal(2, (await Task.WhenAll(Store.CountFailure(account.Id), Store.CountFailure(account.Id))).Max());
        Assert.Equal(AccountWrite.Conflict, await Store.Update(older));
        Assert.Equal(AccountWrite.Written, await Store.Update(account));
        Assert.Equal((Roles.Editor, 2), ((await Store.Find(account.Id))!.Role, (await Store.Find(account.Id))!.Failures));
        await Store.ClearFailures(account.Id);
        Assert.Equal(0, (await Store.Find(account.Id))!.Failures);
    }

    [Fact(DisplayName = "The last administrator stays one")]
    public async Task LastAdminStays()
    {
        var (one, two) = (await Add("one", Roles.Admin), await Add("two", Roles.Admin));
        one.IsDisabled = true;
        Assert.Equal(AccountWrite.Written, await Store.Update(one));
        two.Role = Roles.Editor;
        Assert.Equal(AccountWrite.LastAdmin, await Store.Update(two));
        (two.Role, two.IsDisabled) = (Roles.Admin, true);
        Assert.Equal(AccountWrite.LastAdmin, await Store.Update(two));
        Assert.Equal(Roles.Admin, (await Store.Find(two.Id))!.Role);
    }

    [Fact(DisplayName = "A session lasts until its end, its sign-out, or until the account is disabled")]
    public async Task SessionsEnd()
    {
        await Add("boss", Roles.Admin);
        var account = await Add("tanaka", Roles.Support);
        foreach (var mark in new[] { "a", "b", "c" }) Assert.True(await Store.Begin(new(mark, account.Id, s_now, s_now.AddHours(1))));
        Assert.Equal(account.Id, (await Store.FindBySession("a", s_now))?.Id);
        Assert.Null(await Store.FindBySession("a", s_now.AddHours(1)));
        Assert.Null(await Store.FindBySession("z", s_now));
        await Store.End("a");
        Assert.Null(await Store.FindBySession("a", s_now));
        Assert.NotNull(await Store.FindBySession("b", s_now));
        account.IsDisabled = true;
        await Store.Update(account);
        Assert.Null(await Store.FindBySession("b", s_now));
        account.IsDisabled = false;
        await Store.Update(account);
        Assert.Null(await Store.FindBySession("b", s_now));
        await Store.Begin(new("d", account.Id, s_now, s_now.AddHours(1)));
        await Store.EndAll(account.Id);
        Assert.Null(await Store.FindBySession("d", s_now));
    }

    [Fact]
    public async Task An_account_is_found_by_its_name_at_a_provider()
    {
        var account = new Account { Name = "x@kb.example", Key = "x@kb.example" };
        await Store.Add(account, ("sso", "subject 1"));
        Assert.Equal(account.Id, (await Store.FindByLogin("sso", "subject 1"))?.Id);
        Assert.Null(await Store.FindByLogin("sso", "subject 2"));
        Assert.Null(await Store.FindByLogin("other", "subject 1"));
    }

    [Fact]
    public async Task The_log_is_read_newest_first_and_in_pages()
    {
        for (var i = 0; i < 5; i++) Assert.True(await Audit.Add(new(s_now.AddSeconds(i), "tanaka", "role-changed", $"account {i}", i == 0 ? null : "editor")));
        var first = await Audit.Read(2);
        Assert.Equal(["account 4", "account 3"], first.Select(e => e.Entry.Subject));
        var rest = await Audit.Read(10, first[^1].Number);
        Assert.Equal(["account 2", "account 1", "account 0"], rest.Select(e => e.Entry.Subject));
        Assert.Equal(new AuditEntry(s_now, "tanaka", "role-changed", "account 0"), rest[^1].Entry);
    }

    [Fact(DisplayName = "A token is found until its time is over or its owner revokes it, and nobody else can")]
    public async Task TokensEnd()
    {
        var (owner, other) = (await Add("tanaka", Roles.Editor), await Add("suzuki", Roles.Admin));
        var token = new ApiToken("t1", owner.Id, "tickets", "MARK", Roles.Support, s_now);
        Assert.True(await Tokens.Add(token));
        var found = (await Tokens.FindToken("MARK", s_now))!.Value;
        Assert.Equal((token, "tanaka"), (found.Token, found.Owner.Name));
        Assert.Null(await Tokens.FindToken("MARK", s_now + ApiToken.Life));
        Assert.Null(await Tokens.FindToken("OTHER", s_now));
        Assert.False(await Tokens.Revoke(other.Id, "t1"));
        Assert.Equal(token, Assert.Single(await Tokens.TokensOf(owner.Id)));
        Assert.True(await Tokens.Revoke(owner.Id, "t1"));
        Assert.Null(await Tokens.FindToken("MARK", s_now));
        for (var i = 0; i < ApiToken.Most; i++) Assert.True(await Tokens.Add(token with { Id = "n" + i, Mark = "n" + i }));
        Assert.False(await Tokens.Add(token with { Id = "more", Mark = "more" }));
    }

    private async Task<Account> Add(string name, string? role)
    {
        var account = new Account { Name = name, Key = name, Role = role };
        Assert.Equal(AccountWrite.Written, await Store.Add(account));
        return account;
    }
}
