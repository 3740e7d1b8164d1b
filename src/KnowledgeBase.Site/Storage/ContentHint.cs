namespace KnowledgeBase.Site.Storage;

/// <summary>Tells that something below the folder may have changed. May miss changes and may tell of none.</summary>
internal sealed class ContentHint : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0);
    private readonly FileSystemWatcher? _watcher;

    public ContentHint(string folder)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
            _watcher.Changed += (_, _) => Tell();
            _watcher.Created += (_, _) => Tell();
            _watcher.Deleted += (_, _) => Tell();
            _watcher.Renamed += (_, _) => Tell();
            _watcher.Error += (_, _) => Tell();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            // No notices on this file system: the regular look finds the changes.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>Waits for a notice, at most <paramref name="longest"/>; after one, until no further came for <paramref name="quiet"/>,
    /// at most <paramref name="patience"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeSpan quiet, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!await _changed.WaitAsync(longest, cancellationToken)) return;
        var rounds = (int)(patience / quiet);
        while (rounds-- > 0 && await _changed.WaitAsync(quiet, cancellationToken))
        {
            // Drain a burst in one go: its size does not matter.
            while (_changed.Wait(0, cancellationToken)) continue;
            await Task.Delay(quiet, cancellationToken);
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _changed.Dispose();
    }

    /// <summary>Wakes whoever waits, as a notice of the file system does.</summary>
    public void Tell()
    {
        try
        {
            if (_changed.CurrentCount == 0) _changed.Release();
        }
        catch (ObjectDisposedException)
        {
            // A last notice after the end.
        }
    }
}
