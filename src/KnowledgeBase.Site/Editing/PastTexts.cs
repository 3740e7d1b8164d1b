namespace KnowledgeBase.Site.Editing;

/// <summary>Finds an earlier text of a file in the history by its revision.</summary>
public sealed class PastTexts(GitRepository repository)
{
    private const int MostVersions = 300;

    /// <summary>The text of a file or a term, with `\n` line ends; null where the history does not have it or cannot be asked.</summary>
    public async Task<string?> Find(string path, string revision, CancellationToken cancellation = default)
    {
        try
        {
            if (await repository.Find(cancellation) is null) return null;
            foreach (var blob in await Blobs(TermText.FileOf(path), cancellation))
                if (TermText.Read(path, await repository.Git.Run(["cat-file", "blob", blob], cancellation: cancellation)) is { } bytes && FileRevision.Of(bytes) == revision) return SourceText.Read(bytes);
        }
        catch (GitFailedException)
        {
            // Then there is no merge, but both texts.
        }
        return null;
    }

    /// <summary>Ids of every version of a file, newest first.</summary>
    private async Task<IEnumerable<string>> Blobs(string path, CancellationToken cancellation)
    {
        var raw = await repository.Git.Text(["log", "--format=", "--raw", "--no-abbrev", "--no-renames", "-z", "--max-count=" + MostVersions, "--", path], cancellation: cancellation);
        // `:100644 100644 <old> <new> M` NUL path NUL
        return raw.Split('\0').Where(f => f.StartsWith(':')).Select(f => f.Split(' ')).SelectMany(f => new[] { f[3], f[2] }).Where(id => id.Any(c => c != '0')).Distinct();
    }
}
