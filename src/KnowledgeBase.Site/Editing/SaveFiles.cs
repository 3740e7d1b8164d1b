using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Editing;

/// <summary>Saves content files: checked as a whole, written so that no crash loses or tears one, committed in the editor's name,
/// live when the answer comes. Files of one request are saved together or not at all.</summary>
public sealed partial class SaveFiles(ContentWorkspace workspace, CandidateCheck check, PendingCommits commits, PastTexts past, SiteRebuilder rebuilder, IOptions<SiteOptions> options)
{
    private const int MostFiles = 1000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    private EditingOptions Options => options.Value.Editing;

    /// <summary>Saves, or says why not. Safe to call at the same time from anywhere; among several saves of the same base exactly one
    /// succeeds and the others get a conflict with its text.</summary>
    public async Task<SaveResult> Save(SaveRequest request, CancellationToken cancellation = default)
    {
        if (Refuse(request) is { } refused) return refused;
        using var turn = await workspace.Lock.Take(s_patience, cancellation);
        if (turn is null) return new SaveResult.Refused(SaveRefusal.Busy, "Another save took too long; try again.");
        try
        {
            return await Task.Run(() => SaveAlone(request, cancellation), cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SaveResult.Refused(ReasonOf(e), $"Nothing was saved: {e.Message}");
        }
    }

    /// <summary>What a save would find, without saving: the errors it would add, with their lines.</summary>
    public Task<IReadOnlyList<Diagnostic>> Check(IReadOnlyList<FileChange> files, CancellationToken cancellation = default) =>
        Task.Run(() =>
        {
            var changed = After(files);
            var after = check.With(changed);
            return Located(check.Added(after, check.Build(after)), files, changed);
        }, cancellation);

    /// <summary>The site as it would be with these changes, and what can be said of them: errors that a save would add anywhere, and
    /// everything that is found in the files themselves.</summary>
    public Task<(SiteSnapshot Site, IReadOnlyList<Diagnostic> Findings)> Look(IReadOnlyList<FileChange> files, CancellationToken cancellation = default) => Task.Run(() =>
    {
        var after = After(files);
        var candidate = check.Candidate(after);
        return (candidate, check.Findings(candidate, [.. files.Select(f => f.Path)], found => Located(found, files, after)));
    }, cancellation);

    /// <summary>The site as it would be with these changes.</summary>
    internal SiteSnapshot Candidate(IReadOnlyList<FileChange> files) => check.Candidate(After(files));

    /// <summary>Those of the files that somebody else saved since the editor opened them, as a save would answer; nothing is saved.</summary>
    public async Task<IReadOnlyList<FileConflict>> Conflicts(IReadOnlyList<FileChange> files, CancellationToken cancellation = default)
    {
        var clashes = new List<FileConflict>();
        foreach (var change in files)
            if (workspace.Place(change.Path) is { } place && TermText.Read(change.Path, place.Read()) is var now && RevisionOf(now) != change.BaseRevision) clashes.Add(await Clash(change, now, cancellation));
        return clashes;
    }

    private async Task<SaveResult> SaveAlone(SaveRequest request, CancellationToken cancellation)
    {
        commits.Recover();
        var updates = new List<FileUpdate>();
        var clashes = new List<FileConflict>();
        foreach (var change in request.Files)
        {
            var place = workspace.Place(change.Path)!.Value;
            var file = place.Read();
            var now = TermText.Read(change.Path, file);
            if (RevisionOf(now) == change.BaseRevision) updates.Add(new(place, file, Bytes(change, file)));
            else clashes.Add(await Clash(change, now, cancellation));
        }
        if (clashes.Count > 0) return new SaveResult.Conflict(clashes);
        var changed = updates.ToDictionary(u => u.Place.Path, u => u.After);
        var after = check.With(changed);
        var candidate = check.Build(after);
        if (RefuseMachineText(request, candidate) is { } unread) return unread;
        var problems = Located(check.Added(after, candidate), request.Files, changed);
        return problems.Count > 0 ? new SaveResult.Invalid(problems) : await Write(request, updates);
    }

    private async Task<SaveResult> Write(SaveRequest request, IReadOnlyList<FileUpdate> updates)
    {
        var changed = updates.Where(u => !u.IsSame).ToList();
        var saved = updates.Select(u => new SavedFile(u.Place.Path, u.RevisionAfter)).ToList();
        if (changed.Count == 0) return new SaveResult.Saved(saved, SaveProgress.Committed, null, null);
        var author = request.Author.Plain;
        var record = new JournalRecord(author.Name, author.Mail, CommitMessage.Of(request), rebuilder.Now.ToUnixTimeSeconds(), [.. changed.Select(u => new JournalRecord.File(u.Place.Path, u.RevisionBefore, u.After))]);
        var entry = workspace.Journal.Begin(record);
        try
        {
            using var write = new DurableWrite(entry.Name);
            foreach (var update in changed) write.Stage(update.Place, update.After, update.Before);
            write.Apply();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            workspace.Journal.End(entry);
            throw;
        }
        // From here on it is saved: a caller who hangs up changes nothing.
        entry = workspace.Journal.MarkWritten(entry);
        foreach (var update in changed) workspace.Live.Forget(update.Place.Path);
        var commit = await commits.Commit(entry, isRetry: false, CancellationToken.None);
        var progress = commit is not null ? Options.Remote is null ? SaveProgress.Committed : SaveProgress.PushPending
            : commits.HasPending ? SaveProgress.CommitPending : SaveProgress.OnDisk;
        rebuilder.Refresh();
        return new SaveResult.Saved(saved, progress, commit, progress == SaveProgress.CommitPending ? commits.Problem : null);
    }

    private async Task<FileConflict> Clash(FileChange change, byte[]? now, CancellationToken cancellation)
    {
        var theirs = now is null ? null : SourceText.Read(now);
        var started = change.BaseRevision is not { } revision ? null
            : change.BaseText is { } told && (FileRevision.Of(System.Text.Encoding.UTF8.GetBytes(told)) == revision) ? told
            : await past.Find(change.Path, revision, cancellation);
        var own = change.Text is null ? null : SourceText.Unify(change.Text);
        var merged = started is not null && own is not null && theirs is not null ? ThreeWayMerge.Merge(SourceText.Unify(started), own, theirs) : null;
        return new(change.Path, started is null ? null : SourceText.Unify(started), own, theirs, RevisionOf(now), merged);
    }

    /// <summary>New bytes by the path of the file.</summary>
    private Dictionary<string, byte[]?> After(IReadOnlyList<FileChange> files)
    {
        var after = new Dictionary<string, byte[]?>();
        foreach (var change in files)
            if (workspace.Place(change.Path) is { } place) after[place.Path] = Bytes(change, after.TryGetValue(place.Path, out var changed) ? changed : place.Read());
        return after;
    }

    private static IReadOnlyList<Diagnostic> Located(IEnumerable<Diagnostic> found, IReadOnlyList<FileChange> files, Dictionary<string, byte[]?> after) => [.. found.Select(f => Located(f, files, after))];

    private static Diagnostic Located(Diagnostic found, IReadOnlyList<FileChange> files, Dictionary<string, byte[]?> after) =>
        files.Aggregate(found, (f, change) => TermText.Locate(f, change.Path, after.GetValueOrDefault(TermText.Glossary)));

    private static string? RevisionOf(byte[]? bytes) => bytes is null ? null : FileRevision.Of(bytes);

    /// <summary>The whole file with the change in it.</summary>
    private static byte[]? Bytes(FileChange change, byte[]? file) => TermText.Write(change.Path, file,
        change.Picture is { } picture ? picture.ToArray() : change.Text is { } text ? SourceText.Write(TermText.Read(change.Path, file), text) : null);
}
