using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using KnowledgeBase.Tests.Content;

namespace KnowledgeBase.Tests.Site;

public sealed class RecentAnswersTests
{
    private readonly SiteSnapshot _site = Build();

    [Fact]
    public void What_was_asked_shortly_before_is_answered_from_memory()
    {
        var first = _site.Search(new("activation", Locale.En));
        Assert.NotEmpty(first.Hits);
        Assert.Same(first.Hits, _site.Search(new("activation", Locale.En)).Hits);
    }

    [Fact]
    public void Every_part_of_the_request_counts()
    {
        SearchRequest[] requests =
        [
            new("activation", Locale.En), new("Activation", Locale.En), new("activation", Locale.Ja), new("activation", Locale.En) { Limit = 1 },
            new("activation", Locale.En) { Os = "windows-11" }, new("activation", Locale.En) { Language = Locale.Ja }, new("activation", Locale.En) { Kind = HitKind.Term },
        ];
        foreach (var _ in requests) Assert.All(requests, r => Assert.Equal(_site.Index.Search(r).Hits.Select(h => (h.Id, h.Locale, h.Score)), _site.Search(r).Hits.Select(h => (h.Id, h.Locale, h.Score))));
    }

    [Fact]
    public void Other_content_is_asked_anew()
    {
        var before = _site.Search(new("activation", Locale.En));
        Assert.NotSame(before.Hits, Build().Search(new("activation", Locale.En)).Hits);
    }

    [Fact]
    public void Memory_is_bounded_and_long_texts_are_not_kept()
    {
        var answers = new RecentAnswers(_site.Index);
        var text = string.Concat(Enumerable.Repeat("activation ", 40));
        Assert.NotSame(answers.Of(new(text, Locale.En)).Hits, answers.Of(new(text, Locale.En)).Hits);
        for (var i = 0; i < 12_000; i++) answers.Of(new(i.ToString(CultureInfo.InvariantCulture), Locale.En) { Limit = 1 });
        Assert.InRange(answers.Count, 1, RecentAnswers.MostHits);
    }

    private static SiteSnapshot Build() => SiteBuilder.Build(TestContent.Files("site"), null, TimeProvider.System);
}
