using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Web.Editing;

/// <summary>What the editor's page, its script and its island share: files opened with what was kept of them, kept while somebody
/// types, saved, and brought together with what others saved.</summary>
public sealed class TextEditing(ContentWorkspace workspace, SaveFiles save, Drafts drafts)
{
    /// <summary>The files as this person last had them: a draft that is asked for, else what was kept by itself, else the files.</summary>
    /// <param name="draft">Id of a draft; null for none.</param>
    public async Task<EditorState> Open(IReadOnlyList<EditedFile> files, string? draft, Editor me, CancellationToken cancellation = default)
    {
        var kept = draft is null ? null : await drafts.Find(draft, me, cancellation);
        var isRestored = kept is null;
        foreach (var file in files) kept ??= await drafts.Autosaved(file.Path, me, cancellation);
        var texts = files.Select(f => kept?.Files.FirstOrDefault(k => k.Path == f.Path) is { Text: { } text } change ? WithLive(new(f.Path, change.BaseRevision, text)) : Fresh(f)).ToList();
        if (kept is not null && isRestored && !texts.Any(t => t.IsChanged))
        {
            // Saved in another way since: nothing is left to offer.
            await drafts.Drop(kept.Id, me, cancellation);
            return new([.. files.Select(Fresh)]);
        }
        return new(await Merged(texts, kept, cancellation)) { Draft = kept, IsRestored = kept is not null && isRestored };
    }

    /// <summary>Keeps what was sent, under the draft that it came from; where somebody else (or another window) changed that draft
    /// meanwhile, under one of its own. Where nothing differs from the files, nothing is kept.</summary>
    /// <param name="open">True to keep it for others too.</param>
    public async Task<EditorState> Keep(PostedTexts posted, Editor me, bool open = false, CancellationToken cancellation = default)
    {
        var texts = posted.Texts.Select(WithLive).ToList();
        var before = posted.Draft is null ? null : await drafts.Find(posted.Draft, me, cancellation);
        var changed = texts.Where(t => t.IsChanged).Select(t => Change(t, before)).ToList();
        // Pictures and other files of a draft stay in it.
        changed.AddRange((before?.Files ?? []).Where(f => texts.All(t => t.Path != f.Path)));
        if (changed.Count == 0 && before is null or { State: DraftState.Autosaved })
        {
            if (before is not null) await drafts.Drop(before.Id, me, cancellation);
            return new(texts);
        }
        // What is kept already is not kept anew: a review of it would be void.
        if (before is not null && (changed.Count == 0 || Holds(before, texts, posted)) && !(open && before.State == DraftState.Autosaved)) return new(texts) { Draft = before };
        var draft = (before is null ? drafts.New(me, changed) with { State = DraftState.Autosaved } : before with { Version = posted.Version, Files = changed }) with { Message = posted.Reason, Class = posted.Class };
        if (open) draft = draft with { State = DraftState.Open };
        var result = await drafts.Keep(draft, me, cancellation);
        if (result is DraftResult.Changed) result = await drafts.Keep(drafts.New(me, changed, posted.Reason, posted.Class) with { State = open ? DraftState.Open : DraftState.Autosaved }, me, cancellation);
        return new(texts)
        {
            Draft = (result as DraftResult.Kept)?.Draft,
            NotKept = result is DraftResult.Kept ? null : result,
        };
    }

    /// <summary>Saves what differs from the files, as one commit. Whatever the answer, the texts are kept or saved.</summary>
    public async Task<EditorState> Save(PostedTexts posted, Editor me, CancellationToken cancellation = default)
    {
        var kept = await Keep(posted, me, cancellation: cancellation);
        var changed = kept.Files.Where(f => f.IsChanged).ToList();
        if (changed.Count == 0) return kept with { Notice = "EditNothing" };
        if (changed.Any(f => f.MarkLine is not null)) return kept with { Notice = "EditMarksLeft" };
        // A draft that others know of goes live as a whole, in its owner's name and with its review.
        var result = kept.Draft is { State: not DraftState.Autosaved } shared ? await drafts.Publish(shared.Id, me, cancellation)
            : await save.Save(new([.. changed.Select(f => Change(f, kept.Draft))], me, posted.Reason, posted.Class), cancellation);
        if (result is SaveResult.Saved && kept.Draft is { State: DraftState.Autosaved } draft) await drafts.Drop(draft.Id, me, CancellationToken.None);
        return kept with { Result = result, Files = result is SaveResult.Conflict conflict ? [.. kept.Files.Select(f => With(f, conflict.Files))] : kept.Files };
    }

    /// <summary>Throws away what was kept.</summary>
    public async Task Drop(PostedTexts posted, Editor me, CancellationToken cancellation = default)
    {
        if (posted.Draft is { } id) await drafts.Drop(id, me, cancellation);
    }

    /// <summary>Both changes together where somebody else saved since the texts were begun.</summary>
    private async Task<IReadOnlyList<EditedText>> Merged(List<EditedText> texts, Draft? draft, CancellationToken cancellation)
    {
        var behind = texts.Where(t => t.IsChanged && t.Base != t.Live?.Revision).Select(t => Change(t, draft)).ToList();
        if (behind.Count == 0) return texts;
        var conflicts = await save.Conflicts(behind, cancellation);
        return [.. texts.Select(t => With(t, conflicts))];
    }

    private EditedText Fresh(EditedFile file) =>
        workspace.Open(file.Path) is { } live ? new(file.Path, live.Revision, live.Text) { Live = live } : new(file.Path, null, file.Initial);

    private EditedText WithLive(EditedText text) => text with { Live = workspace.Open(text.Path) };

    private static EditedText With(EditedText text, IReadOnlyList<FileConflict> conflicts) =>
        conflicts.FirstOrDefault(c => c.Path == text.Path) is { } conflict ? text with { Conflict = conflict, Text = conflict.Merged?.Text ?? text.Text, Base = conflict.TheirRevision } : text;

    private static bool Holds(Draft draft, List<EditedText> texts, PostedTexts posted) =>
        Line(draft.Message) == Line(posted.Reason) && draft.Class == posted.Class
        && texts.All(t => draft.Files.FirstOrDefault(f => f.Path == t.Path) is { Text: { } text } file ? file.BaseRevision == t.Base && PostedTexts.Plain(text) == t.Text : !t.IsChanged);

    // As a field of one line sends it.
    private static string Line(string text) => text.ReplaceLineEndings("").Trim();

    // What the text started from is only known here while it is the file's text, and is carried on from then.
    private static FileChange Change(EditedText text, Draft? before) => new(text.Path, text.Base, text.Text)
    {
        BaseText = text.Live is { } live && live.Revision == text.Base ? live.Text : before?.Files.FirstOrDefault(f => f.Path == text.Path && f.BaseRevision == text.Base)?.BaseText,
    };
}
