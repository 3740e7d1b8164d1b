namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:Telemetry`.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Address of an OpenTelemetry collector that takes OTLP over HTTP, such as `http://collector:4318`; null sends nothing.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>Share of requests that are traced, 0 to 1.</summary>
    public double TraceShare { get; set; } = 0.05;

    /// <summary>Seconds between two exports of the metrics; 1 to 3600.</summary>
    public int MetricSeconds { get; set; } = 30;
}
