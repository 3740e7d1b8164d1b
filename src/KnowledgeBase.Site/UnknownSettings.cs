using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site;

/// <summary>Warns at the start of every key under `KnowledgeBase` that nothing reads: most are typing mistakes.</summary>
public sealed partial class UnknownSettings(IConfiguration configuration, ILogger<UnknownSettings> log) : IHostedService
{
    private static readonly HashSet<string> s_known = typeof(SiteOptions).GetProperties().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The unknown keys in full, such as `KnowledgeBase:ContentPaht`.</summary>
    public static IReadOnlyList<string> In(IConfiguration configuration) =>
        [.. configuration.GetSection(SiteOptions.Section).GetChildren().Where(c => !s_known.Contains(c.Key)).Select(c => c.Path)];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var key in In(configuration)) Unknown(log, key);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing reads the setting {Key}; the table in README lists those that exist")]
    private static partial void Unknown(ILogger logger, string key);
}
