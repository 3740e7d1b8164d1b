using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Web;

public sealed class TelemetryTests
{
    [Fact(DisplayName = "Feature 115: a collector gets search latency, searches without result, steps of guides and spans by route, and nothing that was typed")]
    public async Task Collector()
    {
        var received = Channel.CreateUnbounded<(string Path, byte[] Body)>();
        await using var collector = Receiver(received.Writer);
        await collector.StartAsync();
        var site = new SampleHost();
        site.Settings["KnowledgeBase:Telemetry:OtlpEndpoint"] = collector.Urls.First();
        site.Settings["KnowledgeBase:Telemetry:TraceShare"] = "1";
        site.Settings["KnowledgeBase:Telemetry:MetricSeconds"] = "1";
        await site.InitializeAsync();
        await site.Text("/api/search?q=verysecretword&lang=en");
        await site.Text("/en/search?q=OEM+verysecretword");
        await site.Text("/en/guides/windows-activation");
        await site.Text("/c/verysecretword");
        await ((IAsyncLifetime)site).DisposeAsync();
        received.Writer.Complete();

        var (metrics, traces) = (new StringBuilder(), new StringBuilder());
        await foreach (var (path, body) in received.Reader.ReadAllAsync()) (path == "/v1/metrics" ? metrics : traces).Append(Encoding.Latin1.GetString(body));
        foreach (var name in new[]
        {
            "knowledge_base.search.duration", "knowledge_base.searches", "knowledge_base.guide.steps", "knowledge_base.content.generation",
            "knowledge_base.circuits.open", "http.server.request.duration", "dotnet.gc.heap.total_allocated",
        }) Assert.Contains(name, metrics.ToString(), StringComparison.Ordinal);
        Assert.Contains("GET /api/search", traces.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("verysecretword", metrics.ToString() + traces, StringComparison.Ordinal);
    }

    /// <summary>What a collector does: takes OTLP over HTTP and says so.</summary>
    private static WebApplication Receiver(ChannelWriter<(string Path, byte[] Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            await received.WriteAsync((context.Request.Path.Value ?? "", body.ToArray()));
            context.Response.StatusCode = StatusCodes.Status200OK;
        });
        return collector;
    }
}
