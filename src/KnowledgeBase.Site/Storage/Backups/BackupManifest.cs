namespace KnowledgeBase.Site.Storage;

/// <summary>What a backup holds; its last file, `manifest.json`.</summary>
/// <param name="Format">Version of the format; a program reads its own and older ones.</param>
/// <param name="Store">Kind of the stores, see <see cref="IStoreCopy.Kind"/>.</param>
/// <param name="Branch">Branch of the content that was checked out; null where its history is not in the backup.</param>
/// <param name="Commit">Newest commit when the files were copied; null as above.</param>
/// <param name="Entries">Every other file, in the order of the backup.</param>
public sealed record BackupManifest(int Format, DateTimeOffset Made, string Store, string? Branch, string? Commit, IReadOnlyList<BackupEntry> Entries)
{
    /// <summary>What this program writes.</summary>
    public const int Newest = 1;
}
