using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Site.Accounts;

/// <summary>A long random text that proves who shows it; only its hash is kept.</summary>
public static class AccountSecret
{
    /// <summary>256 random bits, as 43 characters that may stand in a header.</summary>
    public static string New() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it. A plain hash is enough: nobody guesses 256 bits.</summary>
    public static string Mark(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
