using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Site.Storage;

/// <summary>A token as a row of a database: the time in milliseconds since 1970.</summary>
public sealed class TokenRow
{
    public string Id { get; init; } = "";

    public string Account { get; init; } = "";

    public string Name { get; init; } = "";

    public string Mark { get; init; } = "";

    public string Role { get; init; } = "";

    public long Created { get; init; }

    public ApiToken Token() => new(Id, Account, Name, Mark, Role, DateTimeOffset.FromUnixTimeMilliseconds(Created));

    /// <summary>The values of a new row, its end included.</summary>
    public static object Of(ApiToken token) => new
    {
        token.Id, token.AccountId, token.Name, token.Mark, token.Role, Created = token.CreatedAt.ToUnixTimeMilliseconds(), Until = token.Until.ToUnixTimeMilliseconds(),
    };
}
