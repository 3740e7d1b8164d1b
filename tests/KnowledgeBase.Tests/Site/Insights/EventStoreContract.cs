using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Tests.Site.Insights;

/// <summary>What every event store must do; each implementation runs these.</summary>
public abstract class EventStoreContract
{
    private static readonly DateOnly s_day = new(2026, 11, 21);

    /// <summary>An empty store of its own for each test.</summary>
    protected abstract IEventStore Store { get; }

    [Fact(DisplayName = "Feature 125: searches and those without a result are counted by day and language")]
    public async Task SearchesByDay()
    {
        await Add((Search("kms host", results: 4), 3), (Search("kms host", hour: 15, results: 4), 1), (Search("謎", Locale.Ja), 2), (Search("gone", day: 1), 5));
        await Add((Search("kms host", results: 4), 2));
        Assert.Equal([new(s_day, "en", 6, 0), new(s_day, "ja", 2, 2), new(s_day.AddDays(1), "en", 5, 5)], await Store.SearchDays(s_day, s_day.AddDays(9)));
        Assert.Equal(new(s_day.AddDays(1), "en", 5, 5), Assert.Single(await Store.SearchDays(s_day.AddDays(1), s_day.AddDays(1))));
        Assert.Null(Store.Problem);
    }

    [Fact(DisplayName = "Feature 92: queries that found nothing come first, with the code in them")]
    public async Task MissedSearchesFirst()
    {
        await Add((Search("found often", results: 9), 50), (Search("0xC004F2FE", code: "0xC004F2FE"), 2), (Search("0xC004F2FE", Locale.Ja, code: "0xC004F2FE", day: 1), 2), (Search("nothing"), 3));
        var found = await Store.Searches(s_day, s_day.AddDays(1));
        Assert.Equal(["0xC004F2FE", "nothing", "found often"], found.Select(f => f.Query));
        Assert.Equal(("0xC004F2FE", 4L, 4L, s_day.AddDays(1)), (found[0].Code, found[0].Times, found[0].Missed, found[0].Last));
        Assert.Equal(["en", "ja"], found[0].Locales);
        Assert.Equal((null, 0L), (found[2].Code, found[2].Missed));
        Assert.Single(await Store.Searches(s_day, s_day, most: 1));
    }

    [Fact(DisplayName = "Feature 125: steps of guides are counted by version and node")]
    public async Task GuideSteps()
    {
        await Add((Step("start"), 10), (Step("end"), 4), (Step("end", GuideMove.Unsolved), 1), (Step("end", locale: Locale.Ja), 2));
        Assert.Equal([new("g", "v1", "end", GuideMove.Shown, 6), new("g", "v1", "end", GuideMove.Unsolved, 1), new("g", "v1", "start", GuideMove.Shown, 10)], await Store.Guides(s_day, s_day));
    }

    [Fact(DisplayName = "Feature 91: page views are counted by page and language, most read first")]
    public async Task PageViews()
    {
        await Add((new ViewEvent(s_day, "article/a", Locale.Ja), 2), (new ViewEvent(s_day, "code/0xC004F213", Locale.Ja), 5));
        await Add((new ViewEvent(s_day.AddDays(1), "article/a", Locale.Ja), 7));
        Assert.Equal([new("article/a", "ja", 9), new("code/0xC004F213", "ja", 5)], await Store.Views(s_day, s_day.AddDays(1)));
    }

    [Fact(DisplayName = "Feature 110: what is older than the days to keep is forgotten")]
    public async Task OldDaysAreForgotten()
    {
        await Add((Search("old"), 1), (Search("new", day: 1), 1), (Step("start"), 1), (new ViewEvent(s_day, "article/a", Locale.Ja), 1));
        await Store.Forget(s_day.AddDays(1));
        Assert.Equal("new", Assert.Single(await Store.Searches(s_day, s_day.AddDays(1))).Query);
        Assert.Empty(await Store.Guides(s_day, s_day));
        Assert.Empty(await Store.Views(s_day, s_day));
    }

    [Fact(DisplayName = "A flood of different queries is counted, but its words are not kept")]
    public async Task FloodsKeepNoWords()
    {
        await Add([.. Enumerable.Range(0, IEventStore.MostQueries + 50).Select(i => (Search($"flood {i}"), 1L))]);
        await Add((Search("flood 1"), 1), (Search("one more"), 1));
        Assert.Equal(IEventStore.MostQueries + 52, Assert.Single(await Store.SearchDays(s_day, s_day)).Searches);
        var words = await Store.Searches(s_day, s_day, most: 100_000);
        Assert.Equal((IEventStore.MostQueries, 2L), (words.Count, words[0].Times));
    }

    [Fact]
    public async Task A_text_that_means_something_to_a_database_is_a_text()
    {
        const string words = "'; DROP TABLE search; -- %_\" \u0000 \U0001F511";
        await Add((Search(words), 1));
        Assert.Equal(words.Replace("\u0000", ""), Assert.Single(await Store.Searches(s_day, s_day)).Query.Replace("\u0000", ""));
    }

    private async Task Add(params (SiteEvent Event, long Times)[] counts) =>
        Assert.True(await Store.Add([.. counts.Select(c => KeyValuePair.Create(c.Event, c.Times))]));

    private static SearchEvent Search(string query, Locale? locale = null, int day = 0, int hour = 9, int results = 0, string? code = null) =>
        new SearchEvent(s_day.AddDays(day), hour, locale ?? Locale.En, query, results == 0 ? null : HitKind.Article, results) { Code = code };

    private static GuideEvent Step(string node, GuideMove move = GuideMove.Shown, Locale? locale = null) => new GuideEvent(s_day, "g", "v1", node, move, locale ?? Locale.En);
}
