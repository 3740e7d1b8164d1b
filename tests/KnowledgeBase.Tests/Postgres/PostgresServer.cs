using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Tests.Postgres;

/// <summary>A real PostgreSQL server in a folder of its own, reached by its socket only.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kbpg-");
    private readonly string _programs = Programs();
    private Process? _server;
    private int _databases;

    public PostgresServer()
    {
        if (IsRoot) Run("chown", "postgres", _home.FullName);
        Run(_programs + "/initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Start();
    }

    private string Data => Path.Combine(_home.FullName, "data");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>A database of its own, and how to connect to it.</summary>
    public string NewDatabase()
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        Run(_programs + "/createdb", "-h", _home.FullName, "-U", "postgres", name);
        return $"Host={_home.FullName};Username=postgres;Database={name};Pooling=true";
    }

    public void Start()
    {
        _server = Process.Start(Command(_programs + "/postgres", "-D", Data, "-k", _home.FullName, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "logging_collector=on"))!;
        for (var i = 0; i < 600; i++)
        {
            if (TryRun(_programs + "/pg_isready", "-q", "-h", _home.FullName, "-U", "postgres")) return;
            if (_server.HasExited) break;
            Thread.Sleep(50);
        }

        throw new InvalidOperationException("The PostgreSQL server did not start in " + _home.FullName);
    }

    /// <summary>Ends it at once, as a crash would: nothing is written out and every connection is cut.</summary>
    public void Kill()
    {
        if (_server is null) return;
        _ = Signal(_server.Id, 3);
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    public void Dispose()
    {
        Kill();
        _home.Delete(true);
    }

    private static string Programs()
    {
        const string root = "/usr/lib/postgresql";
        var versions = Directory.Exists(root) ? Directory.GetDirectories(root) : [];
        return versions.Select(v => Path.Combine(v, "bin")).Where(b => File.Exists(Path.Combine(b, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new InvalidOperationException("PostgreSQL is not installed: run ./tests/run.sh, or apt-get install postgresql.");
    }

    /// <summary>The server refuses to run as root.</summary>
    private static ProcessStartInfo Command(string program, params string[] words)
    {
        var asOther = IsRoot && program.StartsWith('/');
        return new(asOther ? "setpriv" : program, asOther ? ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. words] : words)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        };
    }

    private static void Run(string program, params string[] words)
    {
        using var process = Process.Start(Command(program, words))!;
        var complaint = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {complaint.GetAwaiter().GetResult()}");
    }

    private static bool TryRun(string program, params string[] words)
    {
        using var process = Process.Start(Command(program, words))!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
