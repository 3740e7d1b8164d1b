namespace KnowledgeBase.Web.Caching;

/// <summary>What a page is asked for by.</summary>
/// <param name="Host">Host and port as the request names them, with the scheme in front where it is not plain HTTP: pages name it
/// where no public address is set.</param>
public readonly record struct PageAddress(string Host, string Path)
{
    public static PageAddress Of(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        return new(request.IsHttps ? "https://" + host : host, request.Path.Value ?? "");
    }

    /// <summary>Paths differ more than hosts, and the hash of one is enough.</summary>
    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);

    public bool Equals(PageAddress other) => Path == other.Path && Host == other.Host;
}
