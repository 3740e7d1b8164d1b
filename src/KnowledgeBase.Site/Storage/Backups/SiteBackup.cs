using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Site.Storage;

/// <summary>Makes a backup of a whole site while it runs, and restores one into empty folders: the content with its history, saves that
/// wait for their commit, all that visitors and staff said, and the keys.</summary>
public sealed class SiteBackup(ContentWorkspace workspace, GitRepository repository, SiteDataFolder data, IStoreCopy stores, TimeProvider clock)
{
    private const string Content = "content/";
    private const string Editing = "editing/";
    private const string History = "history.bundle";

    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_git = TimeSpan.FromMinutes(10);

    private string Waiting => Path.Combine(data.Path, "editing");

    /// <param name="path">The file to be made.</param>
    public async Task<BackupResult> Make(string path, CancellationToken cancellation = default)
    {
        var problems = new List<string>();
        try
        {
            using var backup = new BackupWriter(Path.GetFullPath(path));
            var (tree, branch, commit) = (default(GitTree), default(string), default(string));
            using (var turn = await workspace.Lock.Take(s_turn, cancellation))
            {
                if (turn is null) return new BackupResult.Refused("another process has been changing the content for half a minute");
                await AddFolder(backup, Content, workspace.Root, cancellation);
                if (Directory.Exists(Waiting)) await AddFolder(backup, Editing, Waiting, cancellation);
                if ((tree = await repository.Find(cancellation)) is { Prefix: "" }) (branch, commit) = await Head(cancellation);
            }

            // Later commits may be in it already: the branch is set to the one that the files belong to.
            if (commit is not null) await AddHistory(backup, cancellation);
            else problems.Add(tree is null ? "the content has no history in git" : "the history was left out: the content folder is a part of a larger repository; back that up by git");
            problems.AddRange(await stores.Save(backup, cancellation));
            var manifest = new BackupManifest(BackupManifest.Newest, clock.GetUtcNow(), stores.Kind, branch, commit, [.. backup.Entries]);
            backup.Finish(manifest);
            return new BackupResult.Done(Path.GetFullPath(path), manifest, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GitFailedException)
        {
            return new BackupResult.Refused(e.Message);
        }
    }

    /// <summary>Restores into the folders and stores of the settings, all of which must be empty.</summary>
    public async Task<BackupResult> Restore(string path, CancellationToken cancellation = default)
    {
        var hasBegun = false;
        try
        {
            using var backup = new BackupReader(path);
            var wrong = backup.Verify();
            if (wrong.Count > 0) return new BackupResult.Refused($"the backup is damaged: {string.Join("; ", wrong.Take(5))}");
            if (backup.Manifest.Store != stores.Kind) return new BackupResult.Refused($"the backup is of a site with KnowledgeBase:Storage:Provider {backup.Manifest.Store}, this one has {stores.Kind}");
            if (Directory.EnumerateFileSystemEntries(workspace.Root).Any()) return new BackupResult.Refused($"{workspace.Root} is not empty");
            if (Directory.Exists(Waiting)) return new BackupResult.Refused($"{data.Path} is not empty: it holds editing");
            if (await stores.Obstacle(cancellation) is { } obstacle) return new BackupResult.Refused(obstacle);
            hasBegun = true;
            await backup.Extract(Content, workspace.Root, isPrivate: false, cancellation);
            if (backup.Manifest is { Branch: { } branch, Commit: { } commit }) await TakeHistory(backup, branch, commit, cancellation);
            var problems = await stores.Load(backup, cancellation);
            await backup.Extract(Editing, Waiting, isPrivate: true, cancellation);
            return new BackupResult.Done(Path.GetFullPath(path), backup.Manifest, problems);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or GitFailedException)
        {
            return new BackupResult.Refused(e.Message + (hasBegun ? ". What was restored until then is incomplete: empty the folders, then try again" : ""));
        }
    }

    private static async Task AddFolder(BackupWriter backup, string prefix, string folder, CancellationToken cancellation)
    {
        var walk = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = ContentFolder.Deepest };
        foreach (var file in Directory.EnumerateFiles(folder, "*", walk).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            var isOurs = name != ".git" && !name.StartsWith(".git/", StringComparison.Ordinal) && !Path.GetFileName(name).StartsWith(DurableWrite.Prefix, StringComparison.Ordinal);
            if (isOurs && UnixFileKind.IsRegular(file)) await backup.AddFile(prefix + name, file, cancellation);
        }
    }

    private async Task<(string? Branch, string? Commit)> Head(CancellationToken cancellation)
    {
        try
        {
            var commit = await repository.Git.Text(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD"], cancellation: cancellation);
            return (await repository.Git.Text(["symbolic-ref", "--short", "--quiet", "HEAD"], cancellation: cancellation), commit);
        }
        catch (GitFailedException)
        {
            // Nothing was committed yet, or no branch is checked out.
            return (null, null);
        }
    }

    private async Task AddHistory(BackupWriter backup, CancellationToken cancellation)
    {
        var bundle = backup.Temporary("bundle");
        try
        {
            await repository.Git.Run(["bundle", "create", "--quiet", bundle, "--all"], patience: s_git, cancellation: cancellation);
            await backup.AddFile(History, bundle, cancellation);
        }
        finally
        {
            File.Delete(bundle);
        }
    }

    private async Task TakeHistory(BackupReader backup, string branch, string commit, CancellationToken cancellation)
    {
        await repository.Git.Run(["init", "--quiet", "--initial-branch=kb-restoring"], cancellation: cancellation);
        var bundle = Path.Combine(workspace.Root, ".git", "kb-restoring.bundle");
        await using (var source = backup.Open(History))
        await using (var target = new FileStream(bundle, FileMode.CreateNew, FileAccess.Write))
            await source.CopyToAsync(target, cancellation);
        await repository.Git.Run(["fetch", "--quiet", "--no-tags", "--end-of-options", bundle, "+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"], patience: s_git, cancellation: cancellation);
        File.Delete(bundle);
        await repository.Git.Run(["update-ref", "--end-of-options", $"refs/heads/{branch}", commit], cancellation: cancellation);
        await repository.Git.Run(["symbolic-ref", "HEAD", $"refs/heads/{branch}"], cancellation: cancellation);
        // The files stay as they were copied, with what was not committed.
        await repository.Git.Run(["reset", "--quiet"], patience: s_git, cancellation: cancellation);
    }
}
