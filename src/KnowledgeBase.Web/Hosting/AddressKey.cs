using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Tells the addresses of visitors apart for as long as the process lives; the address itself is not kept, not even in memory.</summary>
public static class AddressKey
{
    private static readonly byte[] s_salt = RandomNumberGenerator.GetBytes(32);

    public static string Of(HttpContext context) =>
        Convert.ToHexString(HMACSHA256.HashData(s_salt, Encoding.UTF8.GetBytes(Visitor.At(context.Connection.RemoteIpAddress).Network)), 0, 16);
}
