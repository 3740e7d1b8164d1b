using System.Net.Sockets;

namespace KnowledgeBase.Site.Insights;

/// <summary>Asks other sites whether an address still answers: the head first, the page where a site does not answer to that.</summary>
public sealed class LinkChecker : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _http;

    /// <param name="allowPrivate">Ask private addresses too: for tests, and for sites that document their own network.</param>
    public LinkChecker(bool allowPrivate = false, TimeSpan? patience = null)
    {
        _http = new(OutsideHttp.Handler(allowPrivate)) { Timeout = patience ?? TimeSpan.FromSeconds(15) };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "KnowledgeBase-LinkCheck/1.0");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.5");
    }

    public async Task<LinkAnswer> Ask(string address, CancellationToken cancellation = default)
    {
        try
        {
            var status = await Follow(HttpMethod.Head, address, cancellation);
            // Some answer to the head with an error, though the page is there.
            if (status >= 400) status = await Follow(HttpMethod.Get, address, cancellation);
            return new(address, status, null);
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException refused)
        {
            return new(address, null, refused.Message, true);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or IOException or InvalidOperationException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(address, null, e is OperationCanceledException ? "no answer in time" : e.GetBaseException().Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<int> Follow(HttpMethod method, string address, CancellationToken cancellation)
    {
        var at = new Uri(address);
        for (var i = 0; ; i++)
        {
            using var request = new HttpRequestMessage(method, at);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var status = (int)response.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location || i == MostRedirects) return status;
            at = new Uri(at, location);
            if (at.Scheme is not ("http" or "https")) throw new HttpRequestException($"it sends on to {at.Scheme}:");
        }
    }
}
