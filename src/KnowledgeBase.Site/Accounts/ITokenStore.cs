namespace KnowledgeBase.Site.Accounts;

/// <summary>Keeps the tokens of programs, as hashes.</summary>
public interface ITokenStore
{
    /// <returns>False where the account has too many, or the store cannot be written to.</returns>
    Task<bool> Add(ApiToken token, CancellationToken cancellation = default);

    /// <summary>The token with its owner; null where it was revoked or is past its time.</summary>
    Task<(ApiToken Token, Account Owner)?> FindToken(string mark, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ApiToken>> TokensOf(string accountId, CancellationToken cancellation = default);

    /// <returns>False where the account has no such token.</returns>
    Task<bool> Revoke(string accountId, string id, CancellationToken cancellation = default);
}
