using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Lets the framework's sign-in work on the project's accounts.</summary>
public sealed partial class AccountIdentity(IAccountStore accounts, IDataProtectionProvider protection) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.Name = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Key);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.Key = normalizedName ?? "");

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => Result(await accounts.Add(user, null, cancellationToken));

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Result(await accounts.Update(user, cancellationToken));

    /// <summary>Accounts are disabled, never deleted: the audit log and the history of articles name them.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "NotDeleted", Description = "Accounts are disabled, not deleted." }));

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => accounts.Find(userId, cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => accounts.FindByKey(normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(() => user.Stamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    public void Dispose()
    {
        // The store outlives the request.
    }

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static IdentityResult Result(AccountWrite written) =>
        written == AccountWrite.Written ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = written.ToString(), Description = written.ToString() });
}
