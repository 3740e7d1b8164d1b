using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Site.Storage;

/// <summary>Copies the embedded stores and the keys by SQLite's own way, which waits for nobody and which nobody waits for.</summary>
public sealed class SqliteCopy(SiteDataFolder data) : IStoreCopy
{
    private const string Prefix = "data/";
    private const string Keys = DataKeys.FolderName + "/";

    public string Kind => StorageOptions.Embedded;

    public async Task<IReadOnlyList<string>> Save(BackupWriter backup, CancellationToken cancellation = default)
    {
        var problems = new List<string>();
        if (!Directory.Exists(data.Path)) return problems;
        SystemSqlite.Use();
        foreach (var file in Directory.EnumerateFiles(data.Path, "*.db").Order(StringComparer.Ordinal))
        {
            var copy = backup.Temporary("db");
            try
            {
                Copy(file, copy);
                await backup.AddFile(Prefix + Path.GetFileName(file), copy, cancellation);
            }
            catch (SqliteException e)
            {
                problems.Add($"{Path.GetFileName(file)} was left out: {e.Message}");
            }
            finally
            {
                File.Delete(copy);
            }
        }

        var keys = Path.Combine(data.Path, DataKeys.FolderName);
        if (Directory.Exists(keys))
            foreach (var file in Directory.EnumerateFiles(keys, "*.xml").Order(StringComparer.Ordinal)) await backup.AddFile(Prefix + Keys + Path.GetFileName(file), file, cancellation);
        return problems;
    }

    public Task<string?> Obstacle(CancellationToken cancellation = default)
    {
        var there = Directory.Exists(data.Path) ? Directory.EnumerateFileSystemEntries(data.Path).FirstOrDefault() : null;
        return Task.FromResult(there is null ? null : $"{data.Path} is not empty: it holds {Path.GetFileName(there)}");
    }

    public async Task<IReadOnlyList<string>> Load(BackupReader backup, CancellationToken cancellation = default)
    {
        await backup.Extract(Prefix, data.Path, isPrivate: true, cancellation);
        var keys = Path.Combine(data.Path, DataKeys.FolderName);
        if (Directory.Exists(keys) && !OperatingSystem.IsWindows()) File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return [];
    }

    /// <exception cref="SqliteException">It is damaged, or cannot be read.</exception>
    private static void Copy(string file, string copy)
    {
        using (File.OpenHandle(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var source = Open(file);
        using var target = Open(copy);
        source.BackupDatabase(target);
        using var check = target.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if (check.ExecuteScalar() is not "ok") throw new SqliteException("the file is damaged", 11);
        // One file for each database in the backup, without a log beside it.
        check.CommandText = "PRAGMA journal_mode = DELETE";
        check.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }
}
