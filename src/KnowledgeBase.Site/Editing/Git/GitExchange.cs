using System.Text;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Editing;

/// <summary>Exchanges commits with the remote. Nothing of the network happens while the editing lock is held, so that a remote that
/// does not answer holds up no save.</summary>
public sealed partial class GitExchange(GitRepository repository, ContentWorkspace workspace, SiteRebuilder rebuilder, IOptions<SiteOptions> options, ILogger<GitExchange> log)
{
    private const int Attempts = 6;
    private static readonly TimeSpan s_network = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(30);

    private readonly GitCommits _commits = new(repository.Git, workspace.Journal);

    private GitProcess Git => repository.Git;

    /// <summary>Why commits are not exchanged, in words for editors and whoever runs the site; null while they are.</summary>
    public string? Problem { get; private set; }

    /// <summary>The newest commit that was here and at the remote when they were last compared; null before that.</summary>
    public string? Newest { get; private set; }

    /// <summary>Raised after commits were sent to the remote, with the newest of them.</summary>
    public event Action<string>? Sent;

    /// <summary>Takes what the remote has, puts what it lacks on top, and sends it.</summary>
    /// <returns>False where that did not work; <see cref="Problem"/> says why.</returns>
    public async Task<bool> Run(CancellationToken cancellation = default)
    {
        if (options.Value.Editing is not { Enabled: true, Remote: { } remote }) return true;
        try
        {
            if (await repository.Find(cancellation) is { } tree && (options.Value.Editing.Branch ?? (await _commits.Branch(cancellation))?["refs/heads/".Length..]) is { } branch) await Exchange(tree, remote, branch, cancellation);
            Problem = null;
            return true;
        }
        catch (Exception e) when (e is GitFailedException or IOException or UnauthorizedAccessException)
        {
            if (Problem != e.Message) NotExchanged(log, remote, e.Message);
            Problem = e.Message;
            return false;
        }
    }

    private async Task Exchange(GitTree tree, string remote, string branch, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var upstream = await Fetch(remote, branch, cancellation);
            if (await Integrate(tree, upstream, cancellation) is not { } head) return;
            if (head == upstream)
            {
                Newest = head;
                return;
            }

            try
            {
                await Git.Run(["push", "--porcelain", "--no-verify", "--end-of-options", remote, $"{head}:refs/heads/{branch}"], patience: s_network, cancellation: cancellation);
                Newest = head;
                Sent?.Invoke(head);
                return;
            }
            catch (GitFailedException e) when (attempt < Attempts && e.Message.Contains("failed to push some refs", StringComparison.Ordinal))
            {
                // Another replica was faster: take what it sent, and try again.
            }
        }
    }

    /// <summary>The remote's newest commit; null where the branch is not there yet.</summary>
    private async Task<string?> Fetch(string remote, string branch, CancellationToken cancellation)
    {
        var own = $"refs/knowledge-base/{branch}";
        try
        {
            await Git.Run(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--end-of-options", remote, $"+refs/heads/{branch}:{own}"], patience: s_network, cancellation: cancellation);
        }
        catch (GitFailedException e) when (e.Message.Contains("find remote ref", StringComparison.Ordinal))
        {
            return null;
        }
        return await Git.Text(["rev-parse", "--verify", "--end-of-options", own], cancellation: cancellation);
    }

    /// <summary>The newest commit here after the remote's were taken; null where there is none, or another save did not end in time.</summary>
    private async Task<string?> Integrate(GitTree tree, string? upstream, CancellationToken cancellation)
    {
        using var turn = await workspace.Lock.Take(s_turn, cancellation);
        if (turn is null || await _commits.Head(cancellation) is not { } head) return null;
        if (upstream is null || await _commits.IsIn(upstream, head, cancellation)) return head;
        var tip = await _commits.IsIn(head, upstream, cancellation) ? upstream : await new GitReplay(Git, _commits).Run(tree, head, upstream, cancellation);
        await Take(tree, head, tip, cancellation);
        return tip;
    }

    /// <summary>Brings working tree, branch and index from one commit to another; refuses where a file was changed by hand.</summary>
    private async Task Take(GitTree tree, string head, string tip, CancellationToken cancellation)
    {
        var changes = GitChange.Parse(await Git.Text(["diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--end-of-options", head, tip], cancellation: cancellation)).ToList();
        using var write = new DurableWrite("take");
        foreach (var change in changes)
        {
            if (!change.IsPlainFile || ContentPlace.Find(tree.Top, change.Path) is not { } place) throw new GitFailedException($"{change.Path} is a link or no plain file; exchange it by hand");
            var now = place.Read();
            var then = await Bytes(change.New, cancellation);
            if (Same(now, then)) continue;
            if (!Same(now, await Bytes(change.Old, cancellation))) throw new GitFailedException($"{change.Path} was changed by hand and not committed; the remote has another text");
            write.Stage(place, then, now);
        }
        write.Apply();
        await Git.Run(["update-ref", "-m", "knowledge base: take from the remote", "HEAD", tip, head], cancellation: cancellation);
        await _commits.UpdateIndex(tree, Encoding.UTF8.GetBytes(string.Concat(changes.Select(c => c.IndexLine))), cancellation);
        foreach (var change in changes) workspace.Live.Forget(change.Path.StartsWith(tree.Prefix, StringComparison.Ordinal) ? change.Path[tree.Prefix.Length..] : change.Path);
        rebuilder.Wake();
    }

    private async Task<byte[]?> Bytes(string? blob, CancellationToken cancellation) => blob is null ? null : await Git.Run(["cat-file", "blob", blob], cancellation: cancellation);

    private static bool Same(byte[]? one, byte[]? other) => one is null || other is null ? one == other : one.AsSpan().SequenceEqual(other);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Commits are not exchanged with {Remote}: {Reason}. It is tried again by itself")]
    private static partial void NotExchanged(ILogger logger, string remote, string reason);
}
