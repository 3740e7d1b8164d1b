using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Site;

public sealed class ContentNoticesTests : IDisposable
{
    private readonly TempContent _content = TempContent.CopyOf("tests", "data", "site");

    [Fact(DisplayName = "Feature 127: what goes live here is told to the other replicas")]
    public async Task Tells()
    {
        var (site, notices) = (new CurrentSite(), new Notices());
        using var rebuilder = Rebuilder(site);
        rebuilder.Start();
        var told = new ContentNotices(site, rebuilder, notices);
        await told.StartAsync(CancellationToken.None);
        _content.Change("articles/hardware/hardware-change-impact.en.md", "| Memory |", "| More memory |");
        Assert.True(rebuilder.Refresh());
        Assert.Equal(new ReplicaNotice(ReplicaNotice.Content, site.Snapshot.Info.Revision), Assert.Single(notices.Told));
        await told.StopAsync(CancellationToken.None);
    }

    public void Dispose() => _content.Dispose();

    private SiteRebuilder Rebuilder(CurrentSite site) => new(
        site, new(new(_content.Folder)), SavedStarts.In(_content.Folder + "-data"), Options.Create(new SiteOptions()), TimeProvider.System, NullLogger<SiteRebuilder>.Instance);

    private sealed class Notices : IReplicaNotices
    {
        public event Action<ReplicaNotice>? Heard;

        public List<ReplicaNotice> Told { get; } = [];

        public Task<bool> Tell(ReplicaNotice notice, CancellationToken cancellation = default)
        {
            Told.Add(notice);
            Heard?.Invoke(new(ReplicaNotice.Missed, ""));
            return Task.FromResult(true);
        }
    }
}
