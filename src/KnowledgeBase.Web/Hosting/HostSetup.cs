using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KnowledgeBase.Web.Hosting;

/// <summary>The server itself: limits, address, static files.</summary>
public static class HostSetup
{
    public const string DefaultAddress = "http://127.0.0.1:5080";

    // How long requests that came before the end may take.
    private const int LastRequests = 4;

    // Beyond, a connection is closed at once: memory and file handles are for those who are being answered.
    private const int MostConnections = 10_000;

    /// <summary>The published app carries its web root; from the source tree the static-files manifest knows where it is.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Path.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey)) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Services.AddSingleton<Drain>();
        builder.Services.AddSingleton<IHostLifetime, DrainingLifetime>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(LastRequests));
        // Addresses may hold what a visitor typed: request lines are not logged.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Without this every request gets an activity and a scope for log lines that are not written; a collector that traces still gets its own.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(8);
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = MostConnections;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        kestrel.Limits.MaxRequestBodySize = 256 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
    }
}
