using Dapper;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>Notices between replicas by LISTEN and NOTIFY, on a connection of its own.</summary>
public sealed class PostgresNotices(PostgresDatabase database) : BackgroundService, IReplicaNotices
{
    private const string Channel = "knowledge_base";

    // The server's limit is 8,000 bytes for the whole payload.
    private const int LongestDetail = 1000;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly string _self = Guid.NewGuid().ToString("N");

    public event Action<ReplicaNotice>? Heard;

    public Task<bool> Tell(ReplicaNotice notice, CancellationToken cancellation = default)
    {
        var payload = $"{_self}\n{notice.Topic}\n{notice.Detail[..Math.Min(notice.Detail.Length, LongestDetail)]}";
        return database.Run(async c => await c.ExecuteAsync("SELECT pg_notify(@Channel, @payload)", new { Channel, payload }) != 0, false, cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Not from the pool, which hands connections on. A line that died silently shows within half a minute.
                await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false;Keepalive=10");
                await connection.OpenAsync(stoppingToken);
                connection.Notification += (_, e) => Hear(e.Payload);
                await connection.ExecuteAsync($"LISTEN {Channel}");
                if (!isFirst) Heard?.Invoke(new(ReplicaNotice.Missed, ""));
                isFirst = false;
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (Exception e) when (PostgresFault.IsOne(e) || (e is OperationCanceledException && stoppingToken.IsCancellationRequested))
            {
                if (stoppingToken.IsCancellationRequested) return;
                await Task.Delay(s_pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Hear(string payload)
    {
        if (payload.Split('\n', 3) is [var sender, var topic, var detail] && sender != _self) Heard?.Invoke(new(topic, detail));
    }
}
