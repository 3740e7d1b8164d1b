using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Content;

/// <summary>Which state of a text is meant: the first 12 hex digits of the SHA-256 of its UTF-8.</summary>
internal static class TextRevision
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
