namespace KnowledgeBase.Site.Accounts;

/// <summary>Keeps accounts and who is signed in. Where it cannot be read nobody is found, so nobody gets in; reading pages never ask.</summary>
public interface IAccountStore
{
    /// <summary>Why the last use failed, in words for whoever runs the site; null when it worked.</summary>
    string? Problem { get; }

    Task<Account?> Find(string id, CancellationToken cancellation = default);

    /// <param name="key">See <see cref="AccountName.Key"/>.</param>
    Task<Account?> FindByKey(string key, CancellationToken cancellation = default);

    /// <summary>The account that a provider of single sign-on knows by this name.</summary>
    Task<Account?> FindByLogin(string provider, string subject, CancellationToken cancellation = default);

    /// <summary>Everybody, by name.</summary>
    Task<IReadOnlyList<Account>> All(CancellationToken cancellation = default);

    /// <param name="login">Provider and name there, for an account made by single sign-on.</param>
    Task<AccountWrite> Add(Account account, (string Provider, string Subject)? login = null, CancellationToken cancellation = default);

    /// <summary>Writes everything but the count of failures, and raises the version of this copy. Disabling ends what is signed in.</summary>
    Task<AccountWrite> Update(Account account, CancellationToken cancellation = default);

    /// <summary>Counts a wrong password or code, however many come at once.</summary>
    /// <returns>The count with this one.</returns>
    Task<int> CountFailure(string id, CancellationToken cancellation = default);

    Task ClearFailures(string id, CancellationToken cancellation = default);

    /// <returns>False where the store cannot be written to.</returns>
    Task<bool> Begin(AccountSession session, CancellationToken cancellation = default);

    /// <summary>The account that is signed in by this session; null where it ended.</summary>
    Task<Account?> FindBySession(string mark, DateTimeOffset now, CancellationToken cancellation = default);

    Task End(string mark, CancellationToken cancellation = default);

    /// <summary>Ends every session of an account.</summary>
    Task EndAll(string accountId, CancellationToken cancellation = default);
}
