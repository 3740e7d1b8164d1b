using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Site.Storage;

/// <summary>An account as a row of the database: times in milliseconds since 1970, recovery codes in one text.</summary>
public sealed class AccountRow
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Key { get; init; } = "";

    public string? Role { get; init; }

    public bool Disabled { get; init; }

    public string? Password { get; init; }

    public string Stamp { get; init; } = "";

    public long Failures { get; init; }

    public long? Locked { get; init; }

    public bool TwoFactor { get; init; }

    public string? Authenticator { get; init; }

    public long CodeStep { get; init; }

    public string Recovery { get; init; } = "";

    public long Created { get; init; }

    public long Version { get; init; }

    public static AccountRow Of(Account a) => new()
    {
        Id = a.Id, Name = a.Name, Key = a.Key, Role = a.Role, Disabled = a.IsDisabled, Password = a.PasswordHash, Stamp = a.Stamp, Failures = a.Failures,
        Locked = a.LockedUntil?.ToUnixTimeMilliseconds(), TwoFactor = a.HasTwoFactor, Authenticator = a.AuthenticatorKey, CodeStep = a.LastCodeStep,
        Recovery = string.Join(' ', a.RecoveryCodes), Created = a.CreatedAt.ToUnixTimeMilliseconds(), Version = a.Version,
    };

    public Account Account() => new()
    {
        Id = Id, Name = Name, Key = Key, Role = Role, IsDisabled = Disabled, PasswordHash = Password, Stamp = Stamp, Failures = (int)Failures,
        LockedUntil = Locked is { } l ? DateTimeOffset.FromUnixTimeMilliseconds(l) : null, HasTwoFactor = TwoFactor, AuthenticatorKey = Authenticator,
        LastCodeStep = CodeStep, RecoveryCodes = Recovery.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Created), Version = Version,
    };
}
