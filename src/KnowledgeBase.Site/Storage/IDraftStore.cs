using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Site.Storage;

/// <summary>Keeps drafts, apart from the content. A store that cannot be used answers so and is tried again the next time.</summary>
public interface IDraftStore
{
    /// <summary>Why the last use failed; null when it worked.</summary>
    string? Problem { get; }

    Task<Draft?> Find(string id, CancellationToken cancellation = default);

    /// <summary>Every draft, last changed first.</summary>
    Task<IReadOnlyList<Draft>> All(CancellationToken cancellation = default);

    /// <summary>Keeps a draft where the version there is the one before its own (none for version 1).</summary>
    /// <returns>False where another version is there; null where the store cannot be used.</returns>
    Task<bool?> Keep(Draft draft, CancellationToken cancellation = default);

    /// <summary>Takes a draft away; one that is not there is no failure.</summary>
    /// <returns>False where the store cannot be used.</returns>
    Task<bool> Drop(string id, CancellationToken cancellation = default);
}
