using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Site.Webhooks;

/// <summary>Posts messages as the Standard Webhooks specification has it: a body, its id and time, and a signature over the three that
/// only somebody with the secret can make.</summary>
public sealed class WebhookSender : IDisposable
{
    private readonly HttpClient _http;

    public WebhookSender(bool allowPrivate, TimeSpan? patience = null)
    {
        _http = new(OutsideHttp.Handler(allowPrivate)) { Timeout = patience ?? TimeSpan.FromSeconds(15) };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "KnowledgeBase-Webhook/1.0");
    }

    /// <returns>Null when it arrived, else why not, without the address.</returns>
    public async Task<string?> Send(WebhookTarget target, Delivery delivery, DateTimeOffset now, CancellationToken cancellation = default)
    {
        try
        {
            var (body, time) = (Encoding.UTF8.GetBytes(delivery.Body), now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            using var request = new HttpRequestMessage(HttpMethod.Post, target.Address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add("webhook-id", delivery.Id);
            request.Headers.Add("webhook-timestamp", time);
            request.Headers.Add("webhook-signature", Signature(target.Key() ?? [], delivery.Id, time, body));
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var status = (int)response.StatusCode;
            return status is >= 200 and < 300 ? null : string.Create(CultureInfo.InvariantCulture, $"it answered {status}");
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException refused)
        {
            return refused.Message;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or IOException or InvalidOperationException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return e is OperationCanceledException ? "no answer in time" : e.GetBaseException().Message;
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Signature(byte[] key, string id, string time, byte[] body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{time}.").Concat(body).ToArray()));
}
