using System.Runtime.InteropServices;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Measuring;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Timer = KnowledgeBase.Benchmarks.Measuring.Timer;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>SQLite's FTS5 over pairs of characters, any of them, best first by its bm25; in memory.</summary>
internal sealed class SqliteEngine : IEngine
{
    private readonly Corpus _corpus;
    private SqliteConnection? _connection;

    static SqliteEngine()
    {
        // The system's library, which the system keeps patched; elsewhere the usual search goes on.
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, assembly, path) =>
            name == "e_sqlite3" && (NativeLibrary.TryLoad("libsqlite3.so.0", out var found) || NativeLibrary.TryLoad("libsqlite3", out found)) ? found : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
    }

    public SqliteEngine(Corpus corpus) => _corpus = corpus;

    public string Name => "SQLite FTS5, bigrams";

    public BuildFigures Build(int threads, bool stored)
    {
        _connection?.Dispose();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var timer = new Timer();
        _connection = new("Data Source=:memory:");
        _connection.Open();
        Execute("create virtual table documents using fts5(title, body, content='', tokenize='unicode61')");
        using (var transaction = _connection.BeginTransaction())
        using (var insert = _connection.CreateCommand())
        {
            insert.Transaction = transaction;
            insert.CommandText = "insert into documents(rowid, title, body) values ($id, $title, $body)";
            var (id, title, body) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$title", SqliteType.Text), insert.Parameters.Add("$body", SqliteType.Text));
            var row = 0;
            foreach (var document in _corpus.Documents)
            {
                foreach (var part in document.Parts)
                {
                    (id.Value, title.Value, body.Value) = (++row, Bigrams.Join(document.Title), Bigrams.Join(part.Heading + "\n" + part.Text));
                    insert.ExecuteNonQuery();
                }
            }
            transaction.Commit();
        }
        Execute("insert into documents(documents) values ('optimize')");
        var wall = timer.Elapsed;
        process.Refresh();
        return new(wall, process.TotalProcessorTime - cpu, Execute("select sum(length(block)) from documents_data"));
    }

    public Round Ask(int limit, bool snippets)
    {
        if (snippets) throw new NotSupportedException("The table keeps no texts.");
        var round = Round.Of(_corpus.Queries.Count);
        using var select = _connection!.CreateCommand();
        select.CommandText = "select rowid from documents where documents match $query order by rank limit $limit";
        var query = select.Parameters.Add("$query", SqliteType.Text);
        select.Parameters.AddWithValue("$limit", limit);
        for (var i = 0; i < _corpus.Queries.Count; i++)
        {
            var (timer, worked) = (new Timer(), ThreadTime.Now());
            query.Value = string.Join(" OR ", Bigrams.Of(_corpus.Queries[i]).Distinct().Select(b => $"\"{b}\""));
            if (!Equals(query.Value, ""))
            {
                using var rows = select.ExecuteReader();
                while (rows.Read()) round.Hits[i]++;
            }
            (round.Nanoseconds[i], round.Processor[i], round.Bytes[i]) = (timer.Nanoseconds, ThreadTime.Since(worked), -1);
        }
        return round;
    }

    public void Dispose() => _connection?.Dispose();

    private long Execute(string text)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
