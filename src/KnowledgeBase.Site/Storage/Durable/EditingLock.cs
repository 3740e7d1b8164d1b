using Microsoft.Win32.SafeHandles;

namespace KnowledgeBase.Site.Storage;

/// <summary>One writer at a time: in this process by a turn, among processes by a lock on the content folder, which ends with its
/// owner however that dies.</summary>
public sealed class EditingLock(SiteContentFolder folder, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(15);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Null where it could not be had in time.</summary>
    internal async Task<IDisposable?> Take(TimeSpan patience, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        if (!await _turn.WaitAsync(patience, cancellation)) return null;
        try
        {
            do
            {
                if (LibC.TryLock(folder.Path) is { } handle) return new Held(this, handle);
                await Task.Delay(s_pause, clock, cancellation);
            }
            while (clock.GetElapsedTime(start) < patience);
        }
        catch
        {
            _turn.Release();
            throw;
        }
        _turn.Release();
        return null;
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Held(EditingLock owner, SafeFileHandle handle) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (_isOver) return;
            _isOver = true;
            handle.Dispose();
            owner._turn.Release();
        }
    }
}
