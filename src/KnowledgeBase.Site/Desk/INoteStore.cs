namespace KnowledgeBase.Site.Desk;

/// <summary>Keeps what staff write about pages: notes to each other and flags for the editors. Nothing of it is content: no index,
/// feed or page for readers asks here.</summary>
public interface INoteStore
{
    /// <summary>Why the last use failed, in words for whoever runs the site; null when it worked.</summary>
    string? Problem { get; }

    /// <returns>False where the store cannot be written to.</returns>
    Task<bool> Add(Note note, CancellationToken cancellation = default);

    /// <summary>Notes on a subject, oldest first; empty where the store cannot be read.</summary>
    Task<IReadOnlyList<Note>> Notes(string subject, CancellationToken cancellation = default);

    /// <summary>The notes of all subjects, newest first.</summary>
    Task<IReadOnlyList<Note>> LatestNotes(int most, CancellationToken cancellation = default);

    /// <returns>False where there is no such note, or the store cannot be written to.</returns>
    Task<bool> RemoveNote(long number, CancellationToken cancellation = default);

    /// <returns>False where the store cannot be written to.</returns>
    Task<bool> Add(Flag flag, CancellationToken cancellation = default);

    /// <summary>Open flags, oldest first; with them the latest closed ones, newest last, where <paramref name="closed"/> asks for some.</summary>
    /// <param name="subject">Only flags on this subject; null for all.</param>
    /// <param name="closed">Most closed flags to return.</param>
    Task<IReadOnlyList<Flag>> Flags(string? subject = null, int closed = 0, CancellationToken cancellation = default);

    /// <returns>False where no such flag is open, or the store cannot be written to.</returns>
    Task<bool> CloseFlag(long number, string who, DateTimeOffset at, CancellationToken cancellation = default);
}
