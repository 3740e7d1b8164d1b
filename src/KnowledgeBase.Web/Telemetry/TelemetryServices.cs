using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>Registers what the site tells about itself.</summary>
public static class TelemetryServices
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CircuitMetrics>();
        builder.Services.AddHostedService<TelemetryExport>();
    }

    /// <summary>Makes the instruments that are read when somebody looks.</summary>
    public static void WatchSite(this WebApplication app)
    {
        SiteMetrics.Watch(app.Services.GetRequiredService<CurrentSite>(), app.Services.GetRequiredService<TimeProvider>());
        app.Services.GetRequiredService<CircuitMetrics>();
    }
}
