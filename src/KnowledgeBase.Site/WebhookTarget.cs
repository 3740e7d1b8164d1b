namespace KnowledgeBase.Site;

/// <summary>One address under `KnowledgeBase:Webhooks:Targets`.</summary>
public sealed class WebhookTarget
{
    /// <summary>What every secret begins with.</summary>
    public const string SecretMark = "whsec_";

    /// <summary>Where messages are posted to.</summary>
    public string Address { get; set; } = "";

    /// <summary>`whsec_` and the base64 of 24 to 64 bytes; both sides know it.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The bytes of the secret; null where it is none.</summary>
    public byte[]? Key()
    {
        if (!Secret.StartsWith(SecretMark, StringComparison.Ordinal)) return null;
        var bytes = new byte[64];
        return Convert.TryFromBase64String(Secret[SecretMark.Length..], bytes, out var length) && length >= 24 ? bytes[..length] : null;
    }
}
