using Dapper;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>Brings a database to the newest shape, once, however many replicas start at the same moment.</summary>
internal static class PostgresShaping
{
    // Any number that no other program on the database uses as its lock.
    private const long Lock = 0x6B62_7368_6170_6501;

    // A step over a large table takes its time; the other replicas wait for it.
    private const int PatienceSeconds = 300;

    /// <exception cref="NotSupportedException">A newer program took something away that this one needs.</exception>
    public static async Task Run(NpgsqlConnection connection, IReadOnlyList<PostgresShape> shapes, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Until the transaction ends, even if this process dies.
        await connection.ExecuteAsync($"SELECT pg_advisory_xact_lock({Lock})", commandTimeout: PatienceSeconds);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS shape (version integer NOT NULL, oldest integer NOT NULL)");
        var (version, oldest) = await connection.QuerySingleOrDefaultAsync<(int, int)>("SELECT version, oldest FROM shape");
        if (oldest > shapes.Count)
            throw new NotSupportedException($"a newer version of the site changed the database (it needs shape {oldest}, this one knows {shapes.Count})");
        for (var i = version; i < shapes.Count; i++)
        {
            await connection.ExecuteAsync(shapes[i].Sql, commandTimeout: PatienceSeconds);
            if (shapes[i].Breaks) oldest = i + 1;
        }

        if (version < shapes.Count)
        {
            await connection.ExecuteAsync("DELETE FROM shape");
            await connection.ExecuteAsync("INSERT INTO shape VALUES (@version, @oldest)", new { version = shapes.Count, oldest });
        }

        await transaction.CommitAsync(cancellation);
    }
}
