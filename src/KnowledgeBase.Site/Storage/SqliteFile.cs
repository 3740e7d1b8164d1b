using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Site.Storage;

/// <summary>The embedded database file: made on first use, brought to its newest shape, tried again after a failure.</summary>
public sealed class SqliteFile : IDisposable
{
    /// <summary>Name in the data folder of the file that holds what visitors said.</summary>
    public const string Name = "visitors.db";

    /// <summary>Most bytes of the file; past that it counts as full.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    // What a reader would still wait for after pressing a button.
    private const int PatienceSeconds = 2;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _path;
    private readonly long _mostBytes;
    private readonly IReadOnlyList<string> _shapes;
    private SqliteConnection? _connection;

    /// <param name="folder">Made where it is missing.</param>
    /// <param name="shapes">The steps that lead from an empty file to the newest shape; only ever added to.</param>
    /// <param name="name">The file's name in the folder.</param>
    public SqliteFile(string folder, IReadOnlyList<string> shapes, long mostBytes = MostBytes, string name = Name) =>
        (_path, _shapes, _mostBytes) = (Path.Combine(Path.GetFullPath(folder), name), shapes, mostBytes);

    /// <summary>Why the last use failed; null when it worked.</summary>
    public string? Problem { get; private set; }

    public bool Exists => File.Exists(_path);

    /// <summary>Runs work in one transaction that takes the right to write first; one at a time.</summary>
    /// <param name="otherwise">Answered where the database cannot be used; the transaction is undone then.</param>
    public async Task<T> Run<T>(Func<SqliteConnection, T> work, T otherwise, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(TimeSpan.FromSeconds(PatienceSeconds), cancellation))
        {
            Problem = "it is busy";
            return otherwise;
        }

        try
        {
            var connection = _connection ??= Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(connection);
            transaction.Commit();
            Problem = null;
            return result;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or DllNotFoundException or NotSupportedException or InvalidOperationException)
        {
            Problem = e is IOException or UnauthorizedAccessException ? "the folder cannot be made or written to; see KnowledgeBase:DataPath" : e.Message;
            // The file may be replaced, freed or unlocked meanwhile: the next use starts afresh.
            Close();
            return otherwise;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        Close();
        _turn.Dispose();
    }

    private SqliteConnection Open()
    {
        SystemSqlite.Use();
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false, DefaultTimeout = PatienceSeconds }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF;");
            Execute(connection, $"PRAGMA max_page_count = {_mostBytes / Number(connection, "PRAGMA page_size")};");
            Shape(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Shape(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Number(connection, "PRAGMA user_version");
        if (version > _shapes.Count) throw new NotSupportedException($"a newer version of the site wrote it (shape {version}, this one knows {_shapes.Count})");
        for (var i = (int)version; i < _shapes.Count; i++) Execute(connection, _shapes[i]);
        if (version < _shapes.Count) Execute(connection, $"PRAGMA user_version = {_shapes.Count};");
        transaction.Commit();
    }

    private void Close()
    {
        // A connection whose disk failed may not even close: it must not come back.
        var connection = _connection;
        _connection = null;
        try
        {
            connection?.Dispose();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            // It was broken, and is gone.
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
