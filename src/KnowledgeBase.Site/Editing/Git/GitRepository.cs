using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Editing;

/// <summary>The git working tree that the content folder lies in, if any.</summary>
public sealed class GitRepository
{
    private readonly GitProcess _git;

    public GitRepository(SiteContentFolder folder, IOptions<SiteOptions> options)
        : this(new GitProcess(folder.Path, TimeSpan.FromSeconds(options.Value.Editing.GitTimeoutSeconds)))
    {
    }

    internal GitRepository(GitProcess git) => _git = git;

    internal GitProcess Git => _git;

    /// <summary>Null where the content folder lies in no working tree.</summary>
    /// <exception cref="GitFailedException">Git is missing or does not answer, and there is a working tree.</exception>
    internal async Task<GitTree?> Find(CancellationToken cancellation = default)
    {
        if (RepositoryFiles.Above(_git.Folder) is null) return null;
        var lines = (await _git.Text(["rev-parse", "--absolute-git-dir", "--show-prefix", "--show-toplevel"], cancellation: cancellation)).Split('\n');
        return new(lines[0], lines[1], lines[2]);
    }
}
