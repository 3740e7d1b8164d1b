using System.Buffers.Text;
using System.Security.Cryptography;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Options;
using static KnowledgeBase.Site.Editing.DraftResult;

namespace KnowledgeBase.Site.Editing;

/// <summary>Changes that are not public yet: kept while somebody types, shown to others, read by a second person, made public.</summary>
public sealed partial class Drafts(IDraftStore store, SaveFiles save, IOptions<SiteOptions> options, TimeProvider clock)
{
    // A draft holds both languages of an article, their code file and pictures.
    private const int MostFiles = 50;
    private const int MostBytes = 12 * 1024 * 1024;
    private const int MostAutosaved = 50;

    /// <summary>A draft that is not kept yet.</summary>
    public Draft New(Editor owner, IReadOnlyList<FileChange> files, string message = "", ChangeClass kind = ChangeClass.Minor) =>
        new() { Id = Secret(), Owner = owner.Plain, Files = files, Message = message, Class = kind, Changed = clock.GetUtcNow() };

    /// <summary>Why the store could not be used the last time, or null.</summary>
    public string? Problem => store.Problem;

    /// <summary>The draft where this person may see it: what is kept by itself while somebody types is for that person alone.</summary>
    public async Task<Draft?> Find(string id, Editor reader, CancellationToken cancellation = default) =>
        await store.Find(id, cancellation) is { } draft && MaySee(draft, reader) ? draft : null;

    /// <summary>Drafts that this person may see, last changed first.</summary>
    public async Task<IReadOnlyList<Draft>> All(Editor reader, CancellationToken cancellation = default) => [.. (await store.All(cancellation)).Where(d => MaySee(d, reader))];

    /// <summary>What was kept by itself while this person edited a file: the last one, to be offered after a crash.</summary>
    public async Task<Draft?> Autosaved(string path, Editor owner, CancellationToken cancellation = default) =>
        (await store.All(cancellation)).FirstOrDefault(d => d.State == DraftState.Autosaved && IsBy(d, owner) && d.Files.Any(f => f.Path == path));

    /// <summary>Keeps a draft, new or changed. A change after a review asks for the next one.</summary>
    /// <param name="draft">With the version that its writer saw; <see cref="DraftState.Autosaved"/> or <see cref="DraftState.Open"/>.</param>
    public async Task<DraftResult> Keep(Draft draft, Editor writer, CancellationToken cancellation = default)
    {
        if (Refuse(draft) is { } problem) return new NotKept(problem);
        var now = await store.Find(draft.Id, cancellation);
        if (now is not null && !MaySee(now, writer)) return new NotAllowed("This draft is somebody else's.");
        if (now?.Version != draft.Version && !(now is null && draft.Version == 0)) return new Changed(now);
        if (now is null && draft.State == DraftState.Autosaved) await DropOldest(writer, cancellation);
        var owner = now?.Owner ?? writer.Plain;
        return await Store(draft with
        {
            Owner = owner, State = draft.State == DraftState.Autosaved ? DraftState.Autosaved : DraftState.Open, Reviewer = null, Note = null,
            Contributors = [.. (now?.Contributors ?? []).Append(writer.Plain.Mail).Distinct(StringComparer.OrdinalIgnoreCase)],
            PreviewHash = now?.PreviewHash, PreviewUntil = now?.PreviewUntil,
        }, cancellation);
    }

    /// <summary>Throws a draft away: its owner's or, where it is not kept by itself, any editor's to do.</summary>
    public async Task<DraftResult> Drop(string id, Editor who, CancellationToken cancellation = default)
    {
        if (await Find(id, who, cancellation) is not { } draft) return new Changed(null);
        return await store.Drop(id, cancellation) ? new Kept(draft) : new NotKept(store.Problem ?? "");
    }

    /// <summary>Makes a draft public: checks, conflicts and all, as any save. Where it is saved the draft is gone.</summary>
    public async Task<SaveResult> Publish(string id, Editor who, CancellationToken cancellation = default)
    {
        if (await Find(id, who, cancellation) is not { } draft) return new SaveResult.Refused(SaveRefusal.Target, "There is no such draft.");
        var reviewer = draft.State == DraftState.Approved ? draft.Reviewer : null;
        var result = await save.Save(new(draft.Files, draft.Owner, draft.Message, draft.Class) { ReviewedBy = reviewer, MachineTextWasRead = reviewer is not null }, cancellation);
        if (result is SaveResult.Saved) await store.Drop(id, CancellationToken.None);
        return result;
    }

    /// <summary>What publishing it would break.</summary>
    public Task<IReadOnlyList<Diagnostic>> Check(Draft draft, CancellationToken cancellation = default) => save.Check(draft.Files, cancellation);

    /// <summary>The site with the draft in it, for an editor who may see it.</summary>
    public Task<DraftPreview> Preview(Draft draft, CancellationToken cancellation = default) => Task.Run(() => new DraftPreview(draft, save.Candidate(draft.Files)), cancellation);

    private async Task<DraftResult> Store(Draft draft, CancellationToken cancellation)
    {
        var next = draft with { Version = draft.Version + 1, Changed = clock.GetUtcNow() };
        return await store.Keep(next, cancellation) switch
        {
            true => new Kept(next),
            false => new Changed(await store.Find(draft.Id, cancellation)),
            null => new NotKept(store.Problem ?? "the store cannot be used"),
        };
    }

    private async Task DropOldest(Editor owner, CancellationToken cancellation)
    {
        foreach (var old in (await store.All(cancellation)).Where(d => d.State == DraftState.Autosaved && IsBy(d, owner)).Skip(MostAutosaved - 1)) await store.Drop(old.Id, cancellation);
    }

    private static string? Refuse(Draft draft) =>
        draft.Files.Count is 0 or > MostFiles ? $"A draft holds 1 to {MostFiles} files."
        : draft.Files.Sum(f => (long)(f.Text?.Length ?? 0) + (f.BaseText?.Length ?? 0) + (f.Picture?.Length ?? 0)) > MostBytes ? $"A draft holds at most {MostBytes / 1024 / 1024} MiB."
        : draft.Files.Any(f => !ContentPaths.IsText(TermText.FileOf(f.Path)) && !ContentPaths.IsPicture(f.Path)) ? "It holds a path that cannot be written."
        : draft.Id.Length is < 20 or > 60 ? "It has no id of its own."
        : null;

    private static bool MaySee(Draft draft, Editor reader) => draft.State != DraftState.Autosaved || IsBy(draft, reader);

    private static bool IsBy(Draft draft, Editor editor) => draft.Owner.Mail.Equals(editor.Plain.Mail, StringComparison.OrdinalIgnoreCase);

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
