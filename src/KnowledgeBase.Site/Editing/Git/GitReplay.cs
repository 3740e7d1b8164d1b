using System.Globalization;
using System.Text;

namespace KnowledgeBase.Site.Editing;

/// <summary>Puts commits on top of others without touching the working tree: a rebase whose every step is a merge by lines.</summary>
internal sealed class GitReplay(GitProcess git, GitCommits commits)
{
    /// <summary>The new tip.</summary>
    /// <param name="from">Commits that are in <paramref name="from"/> and not in <paramref name="onto"/> are put on top of it, oldest first.</param>
    /// <exception cref="GitFailedException">Both changed the same lines, or there is a merge among the commits: a person has to look.</exception>
    public async Task<string> Run(GitTree tree, string from, string onto, CancellationToken cancellation)
    {
        var list = await git.Text(["rev-list", "--reverse", "--topo-order", "--parents", "--end-of-options", from, "^" + onto], cancellation: cancellation);
        var tip = onto;
        foreach (var line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ') is not [var commit, var parent]) throw new GitFailedException("there is a merge among the commits that the remote lacks; exchange them by hand");
            tip = await Put(tree, commit, parent, tip, cancellation);
        }
        return tip;
    }

    private async Task<string> Put(GitTree tree, string commit, string parent, string tip, CancellationToken cancellation)
    {
        var changes = GitChange.Parse(await git.Text(["diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--end-of-options", parent, commit], cancellation: cancellation)).ToList();
        var there = await Blobs(tip, changes, cancellation);
        var lines = new StringBuilder();
        foreach (var change in changes)
        {
            var theirs = there.GetValueOrDefault(change.Path);
            if (theirs == change.New) continue;
            lines.Append(theirs == change.Old ? change.IndexLine : (change with { New = await Merge(change, theirs, cancellation) }).IndexLine);
        }
        if (lines.Length == 0) return tip;
        var root = await commits.WriteTree(tree, tip, Encoding.UTF8.GetBytes(lines.ToString()), cancellation);
        var said = (await git.Text(["log", "-1", "--format=%an%x00%ae%x00%at%x00%B", "--end-of-options", commit], cancellation: cancellation)).Split('\0');
        return await git.Text(["commit-tree", "-p", tip, "-F", "-", root], Encoding.UTF8.GetBytes(said[3].TrimEnd('\n') + "\n"), GitCommits.Signed(said[0], said[1], long.Parse(said[2], CultureInfo.InvariantCulture)), cancellation);
    }

    private async Task<Dictionary<string, string>> Blobs(string tip, List<GitChange> changes, CancellationToken cancellation)
    {
        var listed = await git.Text(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tip, "--", .. changes.Select(c => c.Path)], cancellation: cancellation);
        // `100644 blob <id>` tab path
        return listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 2)).ToDictionary(p => p[1], p => p[0].Split(' ')[2]);
    }

    private async Task<string> Merge(GitChange change, string? theirs, CancellationToken cancellation)
    {
        if (change.Old is not null && change.New is not null && theirs is not null
            && await Text(change.Old, cancellation) is { } old && await Text(change.New, cancellation) is { } own && await Text(theirs, cancellation) is { } other
            && ThreeWayMerge.Merge(old, own, other) is { Clashes: 0 } merged)
            return await git.Text(["hash-object", "-w", "--stdin"], Encoding.UTF8.GetBytes(merged.Text), cancellation: cancellation);
        throw new GitFailedException($"{change.Path} was changed here and on the remote in the same place; exchange it by hand");
    }

    private async Task<string?> Text(string blob, CancellationToken cancellation)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await git.Run(["cat-file", "blob", blob], cancellation: cancellation));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
