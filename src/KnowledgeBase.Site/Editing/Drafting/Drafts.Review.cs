using System.Security.Cryptography;
using System.Text;
using static KnowledgeBase.Site.Editing.DraftResult;

namespace KnowledgeBase.Site.Editing;

public sealed partial class Drafts
{
    /// <summary>Asks a second person to read the draft.</summary>
    public Task<DraftResult> AskForReview(string id, long version, Editor who, CancellationToken cancellation = default) =>
        Move(id, version, who, d => d with { State = DraftState.InReview, Reviewer = null, Note = null }, cancellation);

    /// <summary>Agrees to the draft as it stands. Nobody approves their own words.</summary>
    public Task<DraftResult> Approve(string id, long version, Editor reviewer, CancellationToken cancellation = default) =>
        Move(id, version, reviewer, d => d with { State = DraftState.Approved, Reviewer = reviewer.Plain, Note = null }, cancellation, asSecond: true);

    /// <summary>Wants something changed.</summary>
    /// <param name="note">What, at most 2000 characters.</param>
    public Task<DraftResult> SendBack(string id, long version, Editor reviewer, string note, CancellationToken cancellation = default) =>
        Move(id, version, reviewer, d => d with { State = DraftState.SentBack, Reviewer = reviewer.Plain, Note = note[..Math.Min(note.Length, 2000)] }, cancellation, asSecond: true);

    /// <summary>Makes a link by which anybody who has it sees the draft, for as many days as the settings say. An earlier link ends.</summary>
    /// <returns>The secret of the link, and until when it holds; it is not kept, only its hash is.</returns>
    public async Task<(string Secret, DateTimeOffset Until)?> Share(string id, Editor who, CancellationToken cancellation = default)
    {
        if (await Find(id, who, cancellation) is not { State: not DraftState.Autosaved } draft) return null;
        var (secret, until) = (Secret(), clock.GetUtcNow() + TimeSpan.FromDays(options.Value.Editing.PreviewDays));
        return await Store(draft with { PreviewHash = Hash(secret), PreviewUntil = until }, cancellation) is Kept ? (secret, until) : null;
    }

    /// <summary>Ends the link.</summary>
    public async Task<DraftResult> Unshare(string id, Editor who, CancellationToken cancellation = default) =>
        await Find(id, who, cancellation) is { } draft ? await Store(draft with { PreviewHash = null, PreviewUntil = null }, cancellation) : new Changed(null);

    /// <summary>What a link shows; null where it never held, was ended, or has run out.</summary>
    public async Task<DraftPreview?> Shared(string secret, CancellationToken cancellation = default)
    {
        if (secret.Length is < 20 or > 60) return null;
        var hash = Hash(secret);
        var draft = (await store.All(cancellation)).FirstOrDefault(d => d.PreviewHash == hash && d.PreviewUntil > clock.GetUtcNow() && d.State != DraftState.Autosaved);
        return draft is null ? null : await Preview(draft, cancellation);
    }

    private async Task<DraftResult> Move(string id, long version, Editor who, Func<Draft, Draft> change, CancellationToken cancellation, bool asSecond = false)
    {
        if (await Find(id, who, cancellation) is not { } draft || draft.Version != version) return new Changed(await Find(id, who, cancellation));
        if (draft.State == DraftState.Autosaved) return new NotAllowed("Keep the draft first.");
        if (asSecond && draft.Contributors.Append(draft.Owner.Mail).Contains(who.Plain.Mail, StringComparer.OrdinalIgnoreCase)) return new NotAllowed("A second person has to read it.");
        if (asSecond && draft.State != DraftState.InReview) return new NotAllowed("Nobody asked for a review.");
        return await Store(change(draft), cancellation);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
