using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Site;

public sealed class SiteRebuilderTests : IDisposable
{
    private const string English = "articles/hardware/hardware-change-impact.en.md";

    private readonly TempContent _content = TempContent.CopyOf("tests", "data", "site");
    private readonly CurrentSite _site = new();
    private readonly SiteRebuilder _rebuilder;

    public SiteRebuilderTests()
    {
        _rebuilder = new(_site, new(new(_content.Folder)), SavedStarts.In(_content.Folder + "-data"), Options.Create(new SiteOptions()), TimeProvider.System, NullLogger<SiteRebuilder>.Instance);
        _rebuilder.Start();
    }

    public void Dispose()
    {
        _rebuilder.Dispose();
        _content.Dispose();
    }

    [Fact]
    public void Nothing_is_published_when_nothing_changed()
    {
        Assert.False(_rebuilder.Refresh());
        Assert.Equal(1, _site.Snapshot.Info.Generation);
    }

    [Fact(DisplayName = "Feature 104: a changed article is live after one look")]
    public void A_changed_article_is_live_after_one_look()
    {
        var before = _site.Snapshot;
        _content.Change(English, "title: How a hardware change affects activation", "title: Quite another title");
        Assert.True(_rebuilder.Refresh());
        Assert.Equal("Quite another title", Title);
        Assert.Equal(2, _site.Snapshot.Info.Generation);
        Assert.NotEqual(before.Info.Revision, _site.Snapshot.Info.Revision);
        Assert.Equal("How a hardware change affects activation", before.ArticleById(Locale.En, "hardware-change-impact")?.Title);
    }

    [Fact]
    public void The_same_content_has_the_same_revision_wherever_it_lies()
    {
        using var twin = TempContent.CopyOf("tests", "data", "site");
        var other = SiteBuilder.Build([.. KnowledgeBase.Site.Storage.ContentFolder.Read(twin.Folder).Select(f => f.Content).Reverse()], null, TimeProvider.System);
        Assert.Equal(_site.Snapshot.Info.Revision, other.Info.Revision);
    }

    [Fact]
    public void A_broken_article_keeps_its_last_good_version_and_is_reported()
    {
        _content.Change(English, "---\ntitle:", "---\ntitle: [");
        Assert.True(_rebuilder.Refresh());
        Assert.Equal("How a hardware change affects activation", Title);
        var rejected = Assert.Single(_site.Snapshot.Info.RejectedFiles);
        Assert.Equal((English, true), (rejected.Path, rejected.KeptLastGood));
        _content.Change(English, "title: [", "title:");
        Assert.True(_rebuilder.Refresh());
        Assert.Empty(_site.Snapshot.Info.RejectedFiles);
    }

    [Theory(DisplayName = "An article waits for its publish-at, and also where nobody can read when that is")]
    [InlineData("2199-01-01T09:00:30+09:00", false)]
    [InlineData("next week", true)]
    public void WaitingArticlesWait(string when, bool isWrong)
    {
        _content.Write("articles/hardware/later.en.md", $"---\ntitle: Later\nsummary: It comes later.\npublish-at: {when}\n---\n\nText.\n");
        Assert.True(_rebuilder.Refresh());
        Assert.Null(_site.Snapshot.ArticleById(Locale.En, "later"));
        Assert.Equal(isWrong, _site.Snapshot.Info.RejectedFiles.Any(r => r.Path.EndsWith("later.en.md", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_in_another_encoding_keeps_its_last_good_version()
    {
        _content.Write(English, [0x82, 0xA0, 0xFF, 0xFE, 0x00]);
        Assert.True(_rebuilder.Refresh());
        Assert.Equal("How a hardware change affects activation", Title);
        Assert.Contains(_site.Snapshot.Info.RejectedFiles, r => r.Path == English && r.KeptLastGood);
    }

    [Fact]
    public void A_broken_code_and_a_broken_guide_keep_their_last_good_version()
    {
        var question = _site.Snapshot.Guide("windows-activation")!.Nodes.Count;
        _content.Change("codes/0xC004F213.yaml", "symbol:", "symbol: {");
        _content.Write("guides/windows-activation.yaml", "id: [");
        Assert.True(_rebuilder.Refresh());
        Assert.True(ErrorCode.TryParse("0xC004F213", out var code));
        Assert.Equal("No product key was found", _site.Snapshot.Code(code)?.Title.En);
        Assert.Equal(question, _site.Snapshot.Guide("windows-activation")?.Nodes.Count);
        Assert.All(_site.Snapshot.Info.RejectedFiles, r => Assert.True(r.KeptLastGood));
        Assert.Equal(2, _site.Snapshot.Info.RejectedFiles.Count);
    }

    [Fact]
    public void A_file_broken_from_its_first_day_is_left_out_and_reported()
    {
        _content.Write("codes/0xC004F050.yaml", "symbol: {");
        Assert.True(_rebuilder.Refresh());
        var rejected = Assert.Single(_site.Snapshot.Info.RejectedFiles);
        Assert.Equal(("codes/0xC004F050.yaml", false), (rejected.Path, rejected.KeptLastGood));
        Assert.Equal(4, _site.Snapshot.Content.Codes.Count);
    }

    [Fact]
    public void A_deleted_article_is_gone_and_does_not_come_back()
    {
        _content.Delete(English);
        Assert.True(_rebuilder.Refresh());
        Assert.Null(_site.Snapshot.ArticleById(Locale.En, "hardware-change-impact"));
        Assert.NotNull(_site.Snapshot.ArticleForReader(Locale.En, "hardware-change-impact"));
    }

    [Fact]
    public async Task A_running_site_finds_a_file_in_a_new_folder_by_itself()
    {
        var live = new TaskCompletionSource();
        _site.Published += s =>
        {
            if (s.ArticleById(Locale.En, "brand-new") is not null) live.TrySetResult();
        };
        await _rebuilder.StartAsync(CancellationToken.None);
        _content.Write("articles/new-shelf/brand-new.en.md", "---\ntitle: Brand new\nsummary: New.\n---\n\nText.\n");
        await live.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await _rebuilder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void A_folder_in_which_nothing_can_be_read_stops_the_start_with_every_problem()
    {
        using var broken = new TempContent();
        broken.Write("articles/errors/one.en.md", [0xFF, 0xFE, 0x41]);
        broken.Write("codes/0xC004F213.yaml", "symbol: {");
        using var rebuilder = new SiteRebuilder(new(), new(new(broken.Folder)), SavedStarts.In(broken.Folder), Options.Create(new SiteOptions()), TimeProvider.System, NullLogger<SiteRebuilder>.Instance);
        var stop = Assert.Throws<ContentUnusableException>(rebuilder.Start);
        Assert.Contains("articles/errors/one.en.md", stop.Message, StringComparison.Ordinal);
        Assert.Contains("codes/0xC004F213.yaml", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_reader_sees_one_state_while_the_next_is_published()
    {
        await Task.Run(async () =>
        {
            var pinned = _site.Pin();
            _content.Change(English, "Often lost", "Nearly always lost");
            await Task.Run(_rebuilder.Refresh);
            Assert.Same(pinned, _site.Snapshot);
        });
        Assert.Equal(2, _site.Snapshot.Info.Generation);
    }

    private string? Title => _site.Snapshot.ArticleById(Locale.En, "hardware-change-impact")?.Title;
}
