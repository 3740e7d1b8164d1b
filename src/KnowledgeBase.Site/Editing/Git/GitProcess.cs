using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Site.Editing;

/// <summary>Runs git in the content folder. Arguments are passed one by one and never through a shell; revisions stand behind
/// `--end-of-options` and paths behind `--`; configuration of the machine or the user, hooks and whatever else could start a
/// program is off; nobody is ever asked for a password.</summary>
internal sealed partial class GitProcess(string folder, TimeSpan timeout, string program = "git")
{
    private static readonly string[] s_always =
    [
        "--no-pager", "--literal-pathspecs", "-c", "core.fsync=all", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false",
        "-c", "commit.gpgSign=false", "-c", "push.gpgSign=false", "-c", "log.showSignature=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "core.quotePath=false",
        "-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "-c", "diff.external=", "-c", "submodule.recurse=false", "-c", "protocol.ext.allow=never", "-c", "i18n.commitEncoding=UTF-8", "-c", "i18n.logOutputEncoding=UTF-8",
        // The operator named the folder: that it belongs to somebody else is no surprise.
        "-c", "safe.directory=*",
    ];

    public string Folder => folder;

    /// <summary>What git printed.</summary>
    /// <exception cref="GitFailedException">It is missing, took too long or ended with an error.</exception>
    public async Task<byte[]> Run(IReadOnlyList<string> arguments, byte[]? input = null, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? patience = null, CancellationToken cancellation = default)
    {
        using var process = Start(arguments, environment);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience ?? timeout);
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await Feed(process, input, limit.Token);
            await Task.WhenAll(reading, errors, process.WaitForExitAsync(limit.Token));
            return process.ExitCode == 0 ? output.ToArray() : throw Refused(arguments[0], await errors);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            cancellation.ThrowIfCancellationRequested();
            throw new GitFailedException($"git {arguments[0]} did not answer within {(patience ?? timeout).TotalSeconds:0.#} s");
        }
    }

    /// <summary>As <see cref="Run"/>, as text without the line feed at its end.</summary>
    public async Task<string> Text(IReadOnlyList<string> arguments, byte[]? input = null, IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancellation = default) =>
        Encoding.UTF8.GetString(await Run(arguments, input, environment, null, cancellation)).TrimEnd('\n');

    private Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, [.. s_always, .. arguments])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase) && k is not ("GIT_SSH" or "GIT_SSH_COMMAND")).ToList()) start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_LITERAL_PATHSPECS"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_EDITOR"] = "true";
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        try
        {
            return Process.Start(start) ?? throw new GitFailedException("git could not be started");
        }
        catch (Exception e) when (e is Win32Exception or DirectoryNotFoundException)
        {
            throw new GitFailedException("git could not be started: " + e.Message);
        }
    }

    private static async Task Feed(Process process, byte[]? input, CancellationToken cancellation)
    {
        try
        {
            if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself.
        }
    }

    private static GitFailedException Refused(string verb, string errors)
    {
        // The address of a remote may hold a password.
        var said = Credentials.Replace(errors.Trim(), "//");
        var line = said.Split('\n').FirstOrDefault(l => l.StartsWith("fatal:", StringComparison.Ordinal) || l.StartsWith("error:", StringComparison.Ordinal)) ?? said.Split('\n')[0];
        return new($"git {verb}: {(line.Length <= 300 ? line : line[..300])}", said.Contains(".lock", StringComparison.Ordinal), said.Length == 0);
    }

    [GeneratedRegex(@"//[^/@\s]+@", RegexOptions.CultureInvariant)]
    private static partial Regex Credentials { get; }
}
