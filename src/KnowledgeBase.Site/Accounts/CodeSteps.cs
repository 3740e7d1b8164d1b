using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace KnowledgeBase.Site.Accounts;

/// <summary>Tells which half minute a code of an authenticator app belongs to (RFC 6238), so that none is taken twice.</summary>
public static class CodeSteps
{
    private const int SecondsPerStep = 30;

    // As far as the framework's own check forgives a clock.
    private const int Around = 2;

    /// <param name="key">Base 32, as the app was given it.</param>
    /// <returns>The step, or null where the code is of none near this time.</returns>
    public static long? Find(string key, string code, DateTimeOffset now)
    {
        var (secret, current) = (Base32(key), now.ToUnixTimeSeconds() / SecondsPerStep);
        for (var step = current - Around; step <= current + Around; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(code))) return step;
        return null;
    }

    /// <summary>The code that an app shows at this time.</summary>
    public static string At(string key, DateTimeOffset now) => Code(Base32(key), now.ToUnixTimeSeconds() / SecondsPerStep);

    [SuppressMessage("Security", "CA5350", Justification = "The standard that authenticator apps keep to says SHA-1.")]
    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var bytes = new List<byte>(text.Length);
        var (bits, held) = (0, 0);
        foreach (var c in text)
        {
            var digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (digit < 0) continue;
            (held, bits) = ((held << 5 | digit) & 0xFFF, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
        }

        return [.. bytes];
    }
}
