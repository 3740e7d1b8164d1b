using System.Runtime.InteropServices;
using KnowledgeBase.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Ends the process: at once when somebody presses Ctrl+C, after a drain when a supervisor asks.</summary>
public sealed partial class DrainingLifetime(Drain drain, IHostApplicationLifetime application, IOptions<SiteOptions> options, ILogger<DrainingLifetime> log) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, c => Stop(c, isAtOnce: true)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, c => Stop(c, isAtOnce: true)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => Stop(c, isAtOnce: false)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(s => s.Dispose());

    private void Stop(PosixSignalContext signal, bool isAtOnce)
    {
        signal.Cancel = true;
        // A second request to end is meant.
        var seconds = isAtOnce || drain.HasBegun ? 0 : options.Value.DrainSeconds;
        drain.Begin();
        Draining(log, seconds);
        _ = End(TimeSpan.FromSeconds(seconds));
    }

    private async Task End(TimeSpan wait)
    {
        await Task.Delay(wait, application.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        application.StopApplication();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The site ends in {Seconds} seconds; it says that it is not ready and takes no new circuit")]
    private static partial void Draining(ILogger logger, int seconds);
}
