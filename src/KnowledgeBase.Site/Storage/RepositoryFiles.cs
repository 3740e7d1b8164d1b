using System.Globalization;

namespace KnowledgeBase.Site.Storage;

/// <summary>Looks at a git repository's own files, where git itself has no word for it.</summary>
internal static class RepositoryFiles
{
    private const string Own = "knowledge-base ";

    // A process that is about to finish is not disturbed.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(2);

    /// <summary>The `.git` folder or file in a folder or above it; null where there is none.</summary>
    public static string? Above(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            if (Path.Exists(Path.Combine(place.FullName, ".git"))) return Path.Combine(place.FullName, ".git");
        return null;
    }

    /// <summary>A name for an index of our own beside the repository's.</summary>
    public static string OwnIndex(string gitFolder)
    {
        var path = Path.Combine(gitFolder, "kb-index");
        // Whoever holds the editing lock is alone: what is there was left by a process that died.
        File.Delete(path);
        File.Delete(path + ".lock");
        return path;
    }

    public static bool HasIndex(string gitFolder) => File.Exists(Path.Combine(gitFolder, "index"));

    /// <summary>Takes the repository's index lock, marked as ours, and makes a copy of the index to work on.</summary>
    /// <returns>Null where somebody else has the lock.</returns>
    public static string? BeginIndex(string gitFolder)
    {
        // The lock appears with the mark in it: an empty one, of a process that was killed in between, would be nobody's for ever.
        var mark = Path.Combine(gitFolder, "kb-mark");
        File.WriteAllText(mark, Mark());
        try
        {
            if (!LibC.TryLink(mark, Path.Combine(gitFolder, "index.lock"))) return null;
        }
        finally
        {
            File.Delete(mark);
        }
        var own = OwnIndex(gitFolder);
        if (HasIndex(gitFolder)) File.Copy(Path.Combine(gitFolder, "index"), own);
        return own;
    }

    /// <summary>Puts the copy in the index's place, or throws it away, and gives the lock back.</summary>
    public static void EndIndex(string gitFolder, bool keep)
    {
        if (keep) File.Move(OwnIndexPath(gitFolder), Path.Combine(gitFolder, "index"), overwrite: true);
        else OwnIndex(gitFolder);
        File.Delete(Path.Combine(gitFolder, "index.lock"));
    }

    /// <summary>Whether <see cref="RemoveOwnLocks"/> has anything to look at.</summary>
    public static bool HasLocks(string gitFolder, (string Id, DateTime At)? commit) =>
        commit is not null || File.Exists(Path.Combine(gitFolder, "index.lock")) || File.Exists(Path.Combine(gitFolder, "HEAD.lock"));

    /// <summary>Removes locks that were certainly left by a process of ours that died. Called with the editing lock held.</summary>
    /// <param name="commit">A commit that a dead process was making the newest, and when.</param>
    /// <returns>Names of locks that are there and not ours to remove.</returns>
    public static IReadOnlyList<string> RemoveOwnLocks(string gitFolder, string? branch, (string Id, DateTime At)? commit)
    {
        var index = Path.Combine(gitFolder, "index.lock");
        if (IsOfTheDead(index)) File.Delete(index);
        string[] heads = branch is null ? ["HEAD.lock"] : ["HEAD.lock", branch + ".lock"];
        // After a power loss the index's lock may have lost its mark.
        if (commit is { } made)
            foreach (var path in heads.Prepend("index.lock").Select(h => Path.Combine(gitFolder, h)))
                if (IsFromMaking(path, made)) File.Delete(path);
        return [.. heads.Prepend("index.lock").Where(h => File.Exists(Path.Combine(gitFolder, h)))];
    }

    private static string OwnIndexPath(string gitFolder) => Path.Combine(gitFolder, "kb-index");

    /// <summary>Whether the lock carries our mark and the process that made it is gone.</summary>
    private static bool IsOfTheDead(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            // Half of a mark: the power went while it was written. Only who holds the editing lock writes one.
            if (text.Length > 0 && (Own.StartsWith(text, StringComparison.Ordinal) || (text.StartsWith(Own, StringComparison.Ordinal) && text.Split(' ').Length < 3))) return true;
            var words = text.Split(' ');
            return words is ["knowledge-base", var id, var started] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && StartOf(number) != started;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Git writes the new commit into the lock, or was stopped before it could, or half way.
    private static bool IsFromMaking(string path, (string Id, DateTime At) commit)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LastWriteTimeUtc < commit.At || file.LastWriteTimeUtc - commit.At > s_settled) return false;
        var text = File.ReadAllText(path).Trim();
        return commit.Id.StartsWith(text, StringComparison.Ordinal);
    }

    private static string Mark() => string.Create(CultureInfo.InvariantCulture, $"{Own}{Environment.ProcessId} {StartOf(Environment.ProcessId)}");

    /// <summary>When a process began, as the system counts; empty where there is no such process.</summary>
    private static string StartOf(int process)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine("/proc", process.ToString(CultureInfo.InvariantCulture), "stat"));
            // Field 22; the name in field 2 may hold spaces and brackets.
            return text[(text.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
