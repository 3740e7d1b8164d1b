using System.Globalization;
using System.Text;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Site.Editing;

/// <summary>Makes commits out of the very bytes that were saved, past the working tree and the repository's own index: neither a
/// file that changed meanwhile nor a lock that somebody left behind gets in the way. Called with the editing lock held.</summary>
internal sealed class GitCommits(GitProcess git, SaveJournal journal)
{
    private const string Committer = "Knowledge base";
    private const string CommitterMail = "editing@knowledge-base.invalid";

    /// <summary>Id of the commit; of the newest one where nothing changed.</summary>
    /// <exception cref="GitFailedException">Git is missing, locked, or does not answer.</exception>
    public async Task<string> Make(GitTree tree, JournalEntry entry, CancellationToken cancellation)
    {
        if (RepositoryFiles.HasLocks(tree.GitFolder, entry.Commit)) RepositoryFiles.RemoveOwnLocks(tree.GitFolder, await Branch(cancellation), entry.Commit);
        var head = await Head(cancellation);
        var lines = await Blobs(tree, entry.Save.Files, head?.Length ?? 40, cancellation);
        if (entry.Commit is { Id: var made } && head is not null && await IsIn(made, head, cancellation))
        {
            await UpdateIndex(tree, lines, cancellation);
            return made;
        }
        var root = await WriteTree(tree, head, lines, cancellation);
        if (head is not null && root == await git.Text(["rev-parse", "--end-of-options", head + "^{tree}"], cancellation: cancellation))
        {
            await UpdateIndex(tree, lines, cancellation);
            return head;
        }
        var commit = await CommitTree(root, head, entry.Save, cancellation);
        journal.MarkCommit(entry, commit);
        await git.Run(["update-ref", "-m", "knowledge base: save", "HEAD", commit, head ?? new string('0', commit.Length)], cancellation: cancellation);
        await UpdateIndex(tree, lines, cancellation);
        return commit;
    }

    /// <summary>The newest commit; null before the first.</summary>
    public async Task<string?> Head(CancellationToken cancellation)
    {
        try
        {
            return await git.Text(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"], cancellation: cancellation);
        }
        catch (GitFailedException e) when (e.SaidNothing)
        {
            return null;
        }
    }

    /// <summary>Full name of the branch that is checked out; null where it is none.</summary>
    public async Task<string?> Branch(CancellationToken cancellation)
    {
        try
        {
            return await git.Text(["symbolic-ref", "--quiet", "HEAD"], cancellation: cancellation);
        }
        catch (GitFailedException e) when (e.SaidNothing)
        {
            return null;
        }
    }

    /// <summary>Whether a commit is the given one or comes before it.</summary>
    public async Task<bool> IsIn(string commit, string head, CancellationToken cancellation) =>
        commit == head || await git.Text(["rev-list", "--max-count=1", "--end-of-options", commit, "^" + head], cancellation: cancellation) == "";

    /// <summary>Stores a tree made of another commit's with some entries replaced.</summary>
    /// <param name="lines">As `git update-index --index-info` reads them, each ended by a NUL.</param>
    public async Task<string> WriteTree(GitTree tree, string? head, byte[] lines, CancellationToken cancellation)
    {
        var index = RepositoryFiles.OwnIndex(tree.GitFolder);
        var environment = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = index };
        try
        {
            await git.Run(head is null ? ["read-tree", "--empty"] : ["read-tree", "--end-of-options", head], null, environment, cancellation: cancellation);
            await git.Run(["update-index", "-z", "--index-info"], lines, environment, cancellation: cancellation);
            return await git.Text(["write-tree"], null, environment, cancellation);
        }
        finally
        {
            RepositoryFiles.OwnIndex(tree.GitFolder);
        }
    }

    /// <summary>Brings the repository's own index up to date, so that `git status` is clean. Where somebody else holds its lock it
    /// stays behind; the commit is made all the same.</summary>
    public async Task UpdateIndex(GitTree tree, byte[] lines, CancellationToken cancellation)
    {
        if (RepositoryFiles.BeginIndex(tree.GitFolder) is not { } index) return;
        var keep = false;
        try
        {
            await git.Run(["update-index", "-z", "--index-info"], lines, new Dictionary<string, string> { ["GIT_INDEX_FILE"] = index }, cancellation: cancellation);
            keep = true;
        }
        catch (GitFailedException)
        {
            // A damaged index: `git reset` mends it, and commits do not need it.
        }
        finally
        {
            RepositoryFiles.EndIndex(tree.GitFolder, keep);
        }
    }

    public static Dictionary<string, string> Signed(string name, string mail, long at)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"@{at} +0000");
        return new()
        {
            ["GIT_AUTHOR_NAME"] = name, ["GIT_AUTHOR_EMAIL"] = mail, ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_NAME"] = Committer, ["GIT_COMMITTER_EMAIL"] = CommitterMail, ["GIT_COMMITTER_DATE"] = date,
        };
    }

    private async Task<byte[]> Blobs(GitTree tree, IReadOnlyList<JournalRecord.File> files, int idLength, CancellationToken cancellation)
    {
        var lines = new StringBuilder();
        foreach (var file in files)
        {
            var path = tree.Prefix + file.Path;
            if (file.After is null) lines.Append("0 ").Append('0', idLength).Append('\t').Append(path).Append('\0');
            else lines.Append("100644 ").Append(await git.Text(["hash-object", "-w", "--stdin", "--path=" + file.Path], file.After, cancellation: cancellation)).Append('\t').Append(path).Append('\0');
        }
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private Task<string> CommitTree(string root, string? parent, JournalRecord save, CancellationToken cancellation) => git.Text(
        ["commit-tree", .. parent is null ? Array.Empty<string>() : ["-p", parent], "-F", "-", root], Encoding.UTF8.GetBytes(save.Message), Signed(save.AuthorName, save.AuthorMail, save.At), cancellation);
}
