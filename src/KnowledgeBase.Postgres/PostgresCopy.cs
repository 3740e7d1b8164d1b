using Dapper;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>Copies all tables as they were at one moment, by the database's own COPY; the names of the columns stand in the first
/// line, so that a copy of an older shape fits into a newer one.</summary>
public sealed class PostgresCopy(PostgresDatabase database) : IStoreCopy
{
    private const string Prefix = "postgres/";
    private const string Ending = ".copy";

    // A large table takes its time.
    private const int PatienceSeconds = 600;

    // Tables that others point to come first.
    private const string TablesOf = """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname <> 'shape'
        ORDER BY EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'), c.relname
        """;

    private const string ColumnsOf = "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = @table ORDER BY ordinal_position";

    public string Kind => StorageOptions.Postgres;

    public async Task<IReadOnlyList<string>> Save(BackupWriter backup, CancellationToken cancellation = default)
    {
        try
        {
            if (!await IsThere(cancellation)) return [$"the database was left out: {database.Problem}"];
            await using var connection = await Open(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            foreach (var table in (await connection.QueryAsync<string>(TablesOf)).ToList())
            {
                var columns = (await connection.QueryAsync<string>(ColumnsOf, new { table })).ToList();
                await backup.AddText(Prefix + table + Ending, async writer =>
                {
                    await writer.WriteLineAsync(string.Join('\t', columns));
                    using var rows = await connection.BeginTextExportAsync($"COPY {Quoted(table)} ({string.Join(", ", columns.Select(Quoted))}) TO STDOUT", cancellation);
                    await Pass(rows, writer, cancellation);
                });
            }

            return [];
        }
        catch (NpgsqlException e)
        {
            return [$"the database was left out in part: {PostgresFault.Words(e)}"];
        }
    }

    public async Task<string?> Obstacle(CancellationToken cancellation = default)
    {
        if (!await IsThere(cancellation)) return database.Problem;
        await using var connection = await Open(cancellation);
        foreach (var table in (await connection.QueryAsync<string>(TablesOf)).ToList())
            if (await connection.ExecuteScalarAsync<bool>($"SELECT EXISTS (SELECT 1 FROM {Quoted(table)})")) return $"the database is not empty: the table {table} has rows";
        return null;
    }

    public async Task<IReadOnlyList<string>> Load(BackupReader backup, CancellationToken cancellation = default)
    {
        try
        {
            await using var connection = await Open(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var known = (await connection.QueryAsync<string>(TablesOf)).ToList();
            var saved = backup.Below(Prefix).Select(n => n[Prefix.Length..^Ending.Length]).ToList();
            // What a newer program keeps, this one has no place for.
            if (saved.Except(known).ToList() is { Count: > 0 } strange) return [$"nothing was put into the database: it has no table {strange[0]}; use the program that made the backup, or a newer one"];
            foreach (var table in known.Where(saved.Contains)) await Load(connection, backup, table, cancellation);
            await transaction.CommitAsync(CancellationToken.None);
            return [];
        }
        catch (Exception e) when (e is NpgsqlException or InvalidDataException)
        {
            return [$"nothing was put into the database: {(e is NpgsqlException n ? PostgresFault.Words(n) : e.Message)}"];
        }
    }

    private static async Task Load(NpgsqlConnection connection, BackupReader backup, string table, CancellationToken cancellation)
    {
        using var rows = new StreamReader(backup.Open(Prefix + table + Ending));
        var columns = (await rows.ReadLineAsync(cancellation) ?? "").Split('\t');
        var known = (await connection.QueryAsync<string>(ColumnsOf, new { table })).ToHashSet(StringComparer.Ordinal);
        if (columns.FirstOrDefault(c => !known.Contains(c)) is { } strange) throw new InvalidDataException($"its table {table} has no column {strange}");
        await using (var target = await connection.BeginTextImportAsync($"COPY {Quoted(table)} ({string.Join(", ", columns.Select(Quoted))}) FROM STDIN", cancellation)) await Pass(rows, target, cancellation);
        // Numbers go on after the highest that was copied.
        if (known.Contains("number"))
            await connection.ExecuteAsync($"SELECT setval(pg_get_serial_sequence(@table, 'number'), COALESCE(MAX(number), 1), MAX(number) IS NOT NULL) FROM {Quoted(table)}", new { table });
    }

    private static async Task Pass(TextReader from, TextWriter to, CancellationToken cancellation)
    {
        var buffer = new char[16_384];
        while (await from.ReadAsync(buffer, cancellation) is > 0 and var read) await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
    }

    /// <summary>Whether the database answers; brings it to its newest shape.</summary>
    private Task<bool> IsThere(CancellationToken cancellation) => database.Run(async c => await c.ExecuteScalarAsync<int>("SELECT 1") == 1, false, cancellation);

    private async Task<NpgsqlConnection> Open(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection($"{database.ConnectionString};Pooling=false;Command Timeout={PatienceSeconds}");
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
