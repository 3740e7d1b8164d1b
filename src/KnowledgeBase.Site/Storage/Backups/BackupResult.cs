namespace KnowledgeBase.Site.Storage;

/// <summary>What came of making or restoring a backup.</summary>
public abstract record BackupResult
{
    private BackupResult()
    {
    }

    /// <param name="Path">Full path of the backup.</param>
    /// <param name="Problems">What could not be taken and why, in words for whoever runs the site; the rest was.</param>
    public sealed record Done(string Path, BackupManifest Manifest, IReadOnlyList<string> Problems) : BackupResult;

    /// <summary>It was not done; unless the reason says otherwise nothing was written.</summary>
    public sealed record Refused(string Reason) : BackupResult;
}
