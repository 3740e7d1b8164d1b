using System.Security.Cryptography;

namespace KnowledgeBase.Site.Editing;

/// <summary>Which state of a file is meant: the first 12 hex digits of the SHA-256 of its bytes. An article's
/// <see cref="KnowledgeBase.Content.Article.Revision"/> is the same number.</summary>
public static class FileRevision
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..6]);
    }
}
