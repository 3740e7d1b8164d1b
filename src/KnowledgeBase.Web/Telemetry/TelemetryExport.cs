using System.Reflection;
using KnowledgeBase.Site;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>Sends metrics and traces to a collector by OTLP over HTTP, where the settings name one.</summary>
public sealed class TelemetryExport(IOptions<SiteOptions> options, IEnumerable<MeterName> parts) : IHostedService, IDisposable
{
    private static readonly string[] s_meters =
    [
        SiteMetrics.Name, CircuitMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits", "System.Runtime",
    ];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Telemetry is not { OtlpEndpoint: { } endpoint } settings) return Task.CompletedTask;
        var resource = ResourceBuilder.CreateEmpty().AddService("knowledge-base", serviceVersion: Version, serviceInstanceId: Guid.NewGuid().ToString());
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([.. s_meters, .. parts.Select(p => p.Name)])
            .AddOtlpExporter((o, reader) =>
            {
                Aim(o, endpoint, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = settings.MetricSeconds * 1000;
            }).Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(["Microsoft.AspNetCore", .. parts.Select(p => p.Name)])
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.TraceShare)))
            .AddProcessor(new RouteOnly())
            .AddOtlpExporter(o => Aim(o, endpoint, "v1/traces")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _metrics?.ForceFlush(2000);
        _traces?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private static string Version => typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private static void Aim(OtlpExporterOptions exporter, string endpoint, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(new Uri(endpoint.TrimEnd('/') + "/"), path);
    }
}
