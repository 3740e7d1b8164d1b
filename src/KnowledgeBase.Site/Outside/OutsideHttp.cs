using System.Net;
using System.Net.Sockets;

namespace KnowledgeBase.Site;

/// <summary>Connections to other sites: no redirect is followed by itself, no cookie kept, no private network entered. The connection
/// goes to the very address that was looked at, so that a name cannot change between the look and the question.</summary>
internal static class OutsideHttp
{
    /// <param name="allowPrivate">Connect to private addresses too: for tests, and for sites that talk to their own network.</param>
    public static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxResponseHeadersLength = 64,
        ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, allowPrivate, cancellation),
    };

    /// <exception cref="PrivateAddressException">The name leads into a private network.</exception>
    private static async ValueTask<Stream> Connect(DnsEndPoint target, bool allowPrivate, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        if (!allowPrivate && found.Any(PrivateNetworks.Hold)) throw new PrivateAddressException($"{target.Host} lies in a private network");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
