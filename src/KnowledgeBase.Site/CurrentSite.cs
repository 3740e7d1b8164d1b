namespace KnowledgeBase.Site;

/// <summary>Holds the current snapshot. Publishing is one reference write; readers never lock.</summary>
public sealed class CurrentSite
{
    private readonly AsyncLocal<SiteSnapshot?> _pinned = new();
    private volatile SiteSnapshot? _snapshot;

    /// <summary>Raised after a new snapshot is live, on the publisher's thread.</summary>
    public event Action<SiteSnapshot>? Published;

    /// <summary>The live snapshot. Take it once per operation.</summary>
    /// <exception cref="InvalidOperationException">Nothing was published yet: the host reads content before it serves.</exception>
    public SiteSnapshot Snapshot => _pinned.Value ?? _snapshot ?? throw new InvalidOperationException("No content was published yet.");

    public bool HasSnapshot => _snapshot is not null;

    /// <summary>Takes the live snapshot and holds it for the rest of the calling asynchronous flow, so that a page of many parts shows
    /// one state of the content even when the next is published meanwhile.</summary>
    public SiteSnapshot Pin() => _pinned.Value = Snapshot;

    /// <summary>Shows another state of the site for the rest of the calling asynchronous flow, and to nobody else: a draft's preview
    /// is rendered by the same pages as the real site.</summary>
    public void Show(SiteSnapshot preview) => _pinned.Value = preview;

    public void Publish(SiteSnapshot snapshot)
    {
        _snapshot = snapshot;
        Published?.Invoke(snapshot);
    }
}
