using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site.Editing;

/// <summary>Turns what the journal holds into commits, oldest first, now or as soon as git can. Also finishes what a process that
/// died had begun to write. Called with the editing lock held.</summary>
public sealed partial class PendingCommits(ContentWorkspace workspace, GitRepository repository, TimeProvider clock, ILogger<PendingCommits> log)
{
    // A git that hangs is not waited for by every save.
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(20);

    private long? _hungAt;

    /// <summary>Why saves are not committed, in words for editors and whoever runs the site; null while they are.</summary>
    public string? Problem { get; private set; }

    /// <summary>Raised after a commit was made, while the editing lock is still held.</summary>
    public event Action? Committed;

    /// <summary>Whether saves wait for their commit.</summary>
    public bool HasPending => !workspace.Journal.IsEmpty;

    /// <summary>Brings unfinished writes to their end, and takes away what lies beside them.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    internal void Recover()
    {
        foreach (var entry in workspace.Journal.Open().Where(e => !e.IsWritten))
        {
            Recovering(log, entry.Name, string.Join(", ", entry.Save.Files.Select(f => f.Path)));
            DurableWrite.Clean(workspace.Root);
            using var write = new DurableWrite(entry.Name);
            foreach (var file in entry.Save.Files)
                if (workspace.Place(file.Path) is { } place && place.Read() is var now && Is(now, file.Before)) write.Stage(place, file.After, now);
            write.Apply();
            workspace.Journal.MarkWritten(entry);
            foreach (var file in entry.Save.Files) workspace.Live.Forget(file.Path);
        }
    }

    /// <summary>Commits everything that waits.</summary>
    /// <param name="last">Whose commit is asked for; null for none.</param>
    /// <returns>Its commit; null where there is no repository or it still waits (then <see cref="Problem"/> says why).</returns>
    internal async Task<string?> Commit(JournalEntry? last, bool isRetry, CancellationToken cancellation)
    {
        if (!isRetry && _hungAt is { } hung && clock.GetElapsedTime(hung) < s_rest) return null;
        try
        {
            var tree = await repository.Find(cancellation);
            string? commit = null;
            foreach (var entry in workspace.Journal.Open().Where(e => e.IsWritten))
            {
                if (tree is not null) commit = await new GitCommits(repository.Git, workspace.Journal).Make(tree, entry, cancellation);
                workspace.Journal.End(entry);
            }
            (_hungAt, Problem) = (null, null);
            if (commit is not null) Committed?.Invoke();
            return last is null ? null : commit;
        }
        catch (Exception e) when (e is GitFailedException or IOException or UnauthorizedAccessException)
        {
            _hungAt = e.Message.Contains("did not answer", StringComparison.Ordinal) ? clock.GetTimestamp() : null;
            if (Problem != e.Message) NotCommitted(log, e.Message);
            Problem = e.Message;
            return null;
        }
    }

    private static bool Is(byte[]? now, string? revision) => now is null ? revision is null : revision == FileRevision.Of(now);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Save {Entry} was interrupted; finishing {Paths}")]
    private static partial void Recovering(ILogger logger, string entry, string paths);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Saves are on the disk and not yet committed: {Reason}. It is tried again by itself")]
    private static partial void NotCommitted(ILogger logger, string reason);
}
