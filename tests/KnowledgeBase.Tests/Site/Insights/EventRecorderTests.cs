using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Site.Insights;

public sealed class EventRecorderTests : IDisposable
{
    private readonly KeptEvents _store = new();
    private readonly SiteOptions _options = new();
    private readonly EventRecorder _recorder;

    public EventRecorderTests() => _recorder = new(_store, Options.Create(_options), TimeProvider.System, NullLogger<EventRecorder>.Instance);

    [Fact(DisplayName = "Feature 115: a search is kept as one spelling of its words, its code and what it found; equal ones are counted")]
    public async Task SearchesAreCounted()
    {
        _recorder.Searched("  ＫＭＳ　Host ", Locale.Ja, 3, HitKind.Article);
        _recorder.Searched("kms host", Locale.Ja, 3, HitKind.Article);
        _recorder.Searched("error 0xc004f2fe", Locale.En, 0, null);
        _recorder.Searched(" ", Locale.En, 0, null);
        await _recorder.Flush();
        Assert.Equal([("kms host", null, 3, 2L), ("error 0xc004f2fe", "0xC004F2FE", 0, 1L)], _store.Counts.Select(c => ((SearchEvent)c.Key, c.Value)).Select(c => (c.Item1.Query, c.Item1.Code, c.Item1.Results, c.Value)));
    }

    [Theory(DisplayName = "Feature 109: nothing that points at somebody is kept of a search")]
    [InlineData("key ABCDE-12345-FGHIJ-67890-KLMNO", "key *****")]
    [InlineData("taro.yamada@example.co.jp から", "***** から")]
    [InlineData("電話 090-1234-5678", "電話 *****")]
    [InlineData("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", null)]
    [InlineData("serial 12345678901", "serial *****")]
    [InlineData("-1073417709 3221549587", "-1073417709 3221549587")]
    [InlineData("windows 10.0.26100.1742", "windows 10.0.26100.1742")]
    public async Task NobodyIsNamed(string typed, string? kept)
    {
        _recorder.Searched(typed, Locale.Ja, 0, null);
        await _recorder.Flush();
        Assert.Equal(kept, _store.Counts.Keys.OfType<SearchEvent>().SingleOrDefault()?.Query);
    }

    [Fact(DisplayName = "What comes faster than it can be counted is dropped, and the number of it is known")]
    public async Task FloodsAreDropped()
    {
        for (var i = 0; i < EventRecorder.Capacity + 100; i++) _recorder.Read("article/a", Locale.Ja);
        Assert.Equal(100, _recorder.Dropped);
        await _recorder.Flush();
        Assert.Equal(EventRecorder.Capacity, Assert.Single(_store.Counts).Value);
    }

    [Fact(DisplayName = "Counts that the store refused are written with the next")]
    public async Task RefusedCountsAreKept()
    {
        _store.Refuses = true;
        _recorder.Read("article/a", Locale.Ja);
        await _recorder.Flush();
        Assert.Empty(_store.Counts);
        _store.Refuses = false;
        _recorder.Read("article/a", Locale.Ja);
        await _recorder.Flush();
        await _recorder.Flush();
        Assert.Equal(2, Assert.Single(_store.Counts).Value);
    }

    [Fact(DisplayName = "Feature 110: old counts are forgotten once a day")]
    public async Task OldCountsGo()
    {
        foreach (var _ in new int[3])
        {
            _recorder.Read("article/a", Locale.Ja);
            await _recorder.Flush();
        }

        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-90), Assert.Single(_store.Forgotten));
    }

    [Fact(DisplayName = "Feature 110: counting can be switched off")]
    public async Task OffMeansOff()
    {
        _options.Insights.Enabled = false;
        _recorder.Read("article/a", Locale.Ja);
        _recorder.Searched("words", Locale.Ja, 0, null);
        await _recorder.Flush();
        Assert.Empty(_store.Counts);
    }

    public void Dispose() => _recorder.Dispose();
}
