using System.Net;
using System.Net.Sockets;

namespace KnowledgeBase.Site.Insights;

/// <summary>Whoever sent a request, as far as it takes to count them once. Lives as long as the request: stores keep a short salted
/// mark of it, never the address.</summary>
public readonly record struct Visitor
{
    private Visitor(string network) => Network = network;

    /// <summary>The IPv4 address, or the first 64 bits of the IPv6 address: a household has that many.</summary>
    public string Network { get; }

    /// <param name="address">Null for a connection without one, such as a local socket.</param>
    public static Visitor At(IPAddress? address)
    {
        if (address is null) return new("local");
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return new(address.ToString());
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(new IPAddress(bytes).ToString());
    }
}
