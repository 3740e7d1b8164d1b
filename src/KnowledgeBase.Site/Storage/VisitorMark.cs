using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Site.Storage;

/// <summary>Tells whether the same visitor said the same thing before, without saying who it was.</summary>
public static class VisitorMark
{
    /// <summary>20 bits of a salted hash over thing and visitor. So short that about four thousand IPv4 addresses share each mark, so
    /// that even with the salt it points at nobody; long enough that two visitors of one thing hardly ever meet.</summary>
    /// <param name="salt">Random; thrown away when the thing is over.</param>
    public static int Of(byte[] salt, string thing, Visitor visitor)
    {
        var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{thing}\n{visitor.Network}"));
        return BitConverter.ToInt32(hash) & 0xFFFFF;
    }
}
