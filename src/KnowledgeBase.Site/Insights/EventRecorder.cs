using System.Threading.Channels;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Insights;

/// <summary>Takes events from requests without waiting, counts equal ones together and writes them in the background. What comes too
/// fast is dropped and counted; what the store does not take is tried once more with the next batch.</summary>
public sealed partial class EventRecorder(IEventStore store, IOptions<SiteOptions> options, TimeProvider clock, ILogger<EventRecorder> log) : BackgroundService
{
    /// <summary>Events that wait to be counted.</summary>
    public const int Capacity = 16_384;

    private const int MostPending = 20_000;
    private const int DrainsPerWrite = 8;
    private static readonly TimeSpan s_betweenDrains = TimeSpan.FromMilliseconds(250);

    private readonly Channel<SiteEvent> _queue = Channel.CreateBounded<SiteEvent>(Capacity);
    private readonly SemaphoreSlim _writing = new(1);
    private Dictionary<SiteEvent, long> _pending = [];
    private long _dropped;
    private DateOnly _swept;

    /// <summary>Events that were not counted since the start.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <param name="results">Pages that matched.</param>
    public void Searched(string? query, Locale locale, int results, HitKind? best)
    {
        if (options.Value.Insights.Enabled && SearchEvent.Of(query, locale, results, best, clock.GetUtcNow()) is { } found) Take(found);
    }

    public void Walked(GuidePosition position, Locale locale)
    {
        if (!options.Value.Insights.Enabled) return;
        foreach (var moved in GuideEvent.Of(position, locale, clock.GetUtcNow())) Take(moved);
    }

    /// <param name="page">See <see cref="ViewEvent.Page"/>.</param>
    public void Read(string page, Locale locale)
    {
        if (options.Value.Insights.Enabled) Take(new ViewEvent(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), page, locale));
    }

    /// <summary>Writes what was taken so far.</summary>
    public async Task Flush(CancellationToken cancellation = default)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            Drain();
            await Write(cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Dispose()
    {
        _writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                for (var i = 0; i < DrainsPerWrite; i++)
                {
                    await Task.Delay(s_betweenDrains, clock, stoppingToken);
                    await _writing.WaitAsync(stoppingToken);
                    Drain();
                    _writing.Release();
                }

                await Flush(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last batch, before the host goes.
            await Flush(CancellationToken.None);
        }
    }

    private void Take(SiteEvent one)
    {
        if (!_queue.Writer.TryWrite(one)) Interlocked.Increment(ref _dropped);
    }

    private void Drain()
    {
        while (_queue.Reader.TryRead(out var one))
            if (_pending.TryGetValue(one, out var times)) _pending[one] = times + 1;
            else if (_pending.Count < MostPending) _pending[one] = 1;
            else Interlocked.Increment(ref _dropped);
    }

    private async Task Write(CancellationToken cancellation)
    {
        if (_pending.Count == 0) return;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await store.Add(_pending, cancellation)) _pending = [];
        else NotKept(log, store.Problem ?? "");
        if (_swept == today) return;
        _swept = today;
        await store.Forget(today.AddDays(-options.Value.Insights.KeepDays), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts of searches and page views could not be written and will be tried again: {Problem}")]
    private static partial void NotKept(ILogger logger, string problem);
}
