namespace KnowledgeBase.Site.Storage;

/// <summary>Copies everything that visitors and staff said, keys included, while the site goes on using it, and puts a copy into stores
/// that hold nothing yet.</summary>
public interface IStoreCopy
{
    /// <summary>Names the kind of store: a copy fits into stores of its own kind only.</summary>
    string Kind { get; }

    /// <summary>Adds everything to a backup.</summary>
    /// <returns>What could not be copied and why; the rest was.</returns>
    Task<IReadOnlyList<string>> Save(BackupWriter backup, CancellationToken cancellation = default);

    /// <summary>Why nothing can be put here; null where the stores are empty and can be written to.</summary>
    Task<string?> Obstacle(CancellationToken cancellation = default);

    /// <summary>Puts everything of a backup here.</summary>
    /// <returns>What could not be put here and why.</returns>
    Task<IReadOnlyList<string>> Load(BackupReader backup, CancellationToken cancellation = default);
}
