using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>The database that all replicas share: brought to its newest shape on first use, tried again after a failure.</summary>
public sealed class PostgresDatabase : IAsyncDisposable, IDisposable
{
    // What a reader would still wait for after pressing a button; and three replicas with these pools stay below the hundred
    // connections that a server takes by default. What the connection string says comes later and wins.
    private const string Defaults = "Timeout=2;Command Timeout=2;Maximum Pool Size=20;Application Name=knowledge-base;";

    // A restarted server leaves a pool of dead connections: each must be found out once.
    private const int Attempts = 4;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(60);

    private readonly NpgsqlDataSource _source;
    private readonly IReadOnlyList<PostgresShape> _shapes;
    private readonly SemaphoreSlim _shaping = new(1);
    private volatile bool _isShaped;

    /// <param name="shapes">All but tests leave it out.</param>
    public PostgresDatabase(string connectionString, IReadOnlyList<PostgresShape>? shapes = null)
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(Defaults + connectionString).ConnectionString;
        (_source, _shapes) = (NpgsqlDataSource.Create(ConnectionString), shapes ?? PostgresShapes.All);
    }

    /// <summary>With the defaults of this class; holds the password.</summary>
    internal string ConnectionString { get; }

    /// <summary>Why the last use failed; null when it worked.</summary>
    public string? Problem { get; private set; }

    /// <summary>Runs work in one transaction. Work that failed before the commit was sent is done again; a commit whose answer was
    /// lost is never repeated, and counts as failed.</summary>
    /// <param name="otherwise">Answered where the database cannot be used.</param>
    public async Task<T> Run<T>(Func<NpgsqlConnection, Task<T>> work, T otherwise, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isCommitting = false;
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation);
                if (!_isShaped) await Shape(connection, cancellation);
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                var result = await work(connection);
                isCommitting = true;
                await transaction.CommitAsync(CancellationToken.None);
                Problem = null;
                return result;
            }
            catch (Exception e) when (PostgresFault.IsOne(e))
            {
                // While it is known to be down nobody waits for it: the next use tries again.
                // What broke one connection broke its neighbours in the pool.
                if (PostgresFault.IsPassing(e)) _source.Clear();
                var isHopeless = isCommitting || attempt == Attempts || Problem is not null || !PostgresFault.IsPassing(e);
                if (isHopeless)
                {
                    Problem = PostgresFault.Words(e);
                    return otherwise;
                }

                await Task.Delay(s_pause * attempt, cancellation);
            }
        }
    }

    public void Dispose()
    {
        _source.Dispose();
        _shaping.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _shaping.Dispose();
    }

    private async Task Shape(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await _shaping.WaitAsync(cancellation);
        try
        {
            if (_isShaped) return;
            await PostgresShaping.Run(connection, _shapes, cancellation);
            _isShaped = true;
        }
        finally
        {
            _shaping.Release();
        }
    }
}
