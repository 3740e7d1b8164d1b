using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Site.Webhooks;

/// <summary>Somebody who is told by webhook: checks the signature by itself, keeps what came, answers as it is set to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _site;

    private Receiver(WebApplication site) => _site = site;

    public string Secret { get; } = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public string Address => _site.Urls.First() + "/hook";

    /// <summary>The status to answer with.</summary>
    public int Answer { get; set; } = 204;

    /// <summary>Everything that came with a right signature, failures included.</summary>
    public ConcurrentQueue<(string Id, JsonElement Body)> Got { get; } = [];

    /// <summary>What came without one.</summary>
    public ConcurrentQueue<string> Forged { get; } = [];

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._site.Run(receiver.Take);
        await receiver._site.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (body, headers) = (await reader.ReadToEndAsync(), context.Request.Headers);
        var signed = $"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}";
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes(signed)));
        if (headers["webhook-signature"] != expected || context.Request.ContentType != "application/json" || context.Request.Path != "/hook") Forged.Enqueue(signed);
        else Got.Enqueue((headers["webhook-id"].ToString(), JsonDocument.Parse(body).RootElement));
        context.Response.StatusCode = Answer;
        if (Answer == 302) context.Response.Headers.Location = "/elsewhere";
    }
}
