namespace KnowledgeBase.Site.Accounts;

/// <summary>Someone who may sign in. Changes live in this copy until <see cref="IAccountStore.Update"/> takes them.</summary>
public sealed class Account
{
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>What is typed to sign in, and shown.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name as it is compared; see <see cref="AccountName.Key"/>.</summary>
    public string Key { get; set; } = "";

    /// <summary>One of <see cref="Roles"/>, or null for an account that was given none yet.</summary>
    public string? Role { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>Null where the account signs in elsewhere only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end what was signed in before.</summary>
    public string Stamp { get; set; } = NewStamp();

    /// <summary>Wrong passwords and codes since the last right one; counted by the store, not by updates.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool HasTwoFactor { get; set; }

    /// <summary>Secret of the authenticator app, protected by whoever stores it.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Step of the last code of the app that was taken: none is taken twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set by the store; an update of an older one is refused.</summary>
    public long Version { get; set; }

    public static string NewStamp() => Guid.NewGuid().ToString("N");
}
