namespace KnowledgeBase.Site.Accounts;

/// <summary>What the audit log tells of accounts. Each has its words in the resource files.</summary>
public static class AuditAction
{
    public const string SignedIn = "signed-in";
    public const string SignInFailed = "sign-in-failed";
    public const string LockedOut = "locked-out";
    public const string SignedOut = "signed-out";
    public const string SignedOutEverywhere = "signed-out-everywhere";
    public const string AccountAdded = "account-added";
    public const string RoleChanged = "role-changed";
    public const string Disabled = "disabled";
    public const string Enabled = "enabled";
    public const string PasswordChanged = "password-changed";
    public const string PasswordReset = "password-reset";
    public const string TwoFactorOn = "two-factor-on";
    public const string TwoFactorOff = "two-factor-off";
    public const string TwoFactorReset = "two-factor-reset";
    public const string RecoveryCodesMade = "recovery-codes-made";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string TokenMade = "token-made";
    public const string TokenRevoked = "token-revoked";

    public const string SignedInElsewhere = "signed-in-elsewhere";

    public static IReadOnlyList<string> All { get; } =
    [
        SignedIn, SignInFailed, LockedOut, SignedOut, SignedOutEverywhere, AccountAdded, RoleChanged, Disabled, Enabled, PasswordChanged, PasswordReset,
        TwoFactorOn, TwoFactorOff, TwoFactorReset, RecoveryCodesMade, RecoveryCodeUsed, TokenMade, TokenRevoked, SignedInElsewhere,
    ];
}
