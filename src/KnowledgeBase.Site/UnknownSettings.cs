using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site;

/// <summary>Warns at the start of every key under `KnowledgeBase` that nothing reads: most are typing mistakes.</summary>
public sealed partial class UnknownSettings(IConfiguration configuration, ILogger<UnknownSettings> log) : IHostedService
{
    /// <summary>The unknown keys in full, such as `KnowledgeBase:ContentPaht`.</summary>
    public static IReadOnlyList<string> In(IConfiguration configuration) =>
        [.. Unread(configuration.GetSection(SiteOptions.Section), typeof(SiteOptions))];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var key in In(configuration)) Unknown(log, key);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<string> Unread(IConfigurationSection section, Type options) => section.GetChildren().SelectMany(child =>
        options.GetProperties().FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is not { } known ? [child.Path]
        : known.PropertyType.Namespace == options.Namespace ? Unread(child, known.PropertyType)
        : Enumerable.Empty<string>());

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing reads the setting {Key}; the table in README lists those that exist")]
    private static partial void Unknown(ILogger logger, string key);
}
