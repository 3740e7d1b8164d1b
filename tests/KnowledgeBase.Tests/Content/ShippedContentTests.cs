using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Content;

/// <summary>What the site's own content promises its readers.</summary>
public sealed class ShippedContentTests
{
    // Sites of the maker, and its documentation's sources.
    private static readonly string[] s_official = ["microsoft.com", "aka.ms", "github.com"];

    private static readonly Lazy<ContentSet> s_content = new(() => ContentReader.Read([.. ContentFolder.Read(Repository.At("content")).Select(f => f.Content)]));

    [Theory(DisplayName = "Feature 117: the procedures for the three codes stand with variants, hints, cautions and a closing check")]
    [InlineData("fix-0xc004c008", "ja")]
    [InlineData("fix-0xc004c008", "en")]
    [InlineData("fix-0xc004f213", "ja")]
    [InlineData("fix-0xc004f213", "en")]
    [InlineData("fix-0xc004f211", "ja")]
    [InlineData("fix-0xc004f211", "en")]
    public void ThreeProcedures(string id, string lang)
    {
        var article = Article(id, lang);
        var html = string.Concat(article.Sections.Select(s => s.Html));
        Assert.Contains(article.Codes, c => id.EndsWith(c.Hex, StringComparison.OrdinalIgnoreCase));
        Assert.InRange(article.Sections.Sum(s => s.Steps.Count), 4, 20);
        foreach (var os in new[] { "windows-11", "windows-10" }) Assert.Contains($"data-os=\"{os}\"", html, StringComparison.Ordinal);
        Assert.Matches("callout-(tip|note|important)", html);
        Assert.Matches("callout-(caution|warning)", html);
        Assert.Contains(article.Sections, s => s.Id == "check" && s.Text.Length > 20);
    }

    [Theory(DisplayName = "Feature 118: what is known of hardware changes stands in articles, with tables where things are compared")]
    [InlineData("hardware-change-impact", true)]
    [InlineData("oem-licence-and-hardware", true)]
    [InlineData("retail-licence-and-hardware", true)]
    [InlineData("volume-licence-and-hardware", true)]
    [InlineData("not-publicly-specified", true)]
    [InlineData("before-you-change-hardware", true)]
    [InlineData("risks-of-unactivated-windows", true)]
    [InlineData("work-impact-of-hardware-change", true)]
    [InlineData("hardware-change-faq", false)]
    public void HardwareChanges(string id, bool compares)
    {
        foreach (var lang in new[] { "ja", "en" })
        {
            var sections = Article(id, lang).Sections;
            Assert.True(sections.Count >= 3);
            Assert.Equal(compares, sections.Any(s => s.Html.Contains("<table", StringComparison.Ordinal)));
        }
        Assert.Equal(Article(id, "ja").Sections.Select(s => s.Id), Article(id, "en").Sections.Select(s => s.Id));
    }

    [Fact(DisplayName = "Feature 39: every article about Windows and every code names a source with the day somebody looked, and every address has one")]
    public void SourcesAreNamed()
    {
        var about = s_content.Value.Categories.Where(c => c.IsAboutSite).Select(c => c.Id).ToHashSet();
        var articles = s_content.Value.Articles.Where(a => !about.Contains(a.Category)).Select(a => (a.Path, a.FrontMatter.Sources)).ToList();
        Assert.NotEmpty(articles);
        Assert.Empty(articles.Concat(s_content.Value.Codes.Select(c => (c.Path, c.Sources))).Where(p => !p.Sources.Any(s => s.Checked is not null) || p.Sources.Any(s => s.Url is not null && s.Checked is null)).Select(p => p.Path));
    }

    [Fact(DisplayName = "Feature 43: nothing links to sites that sell keys or offer activators, and every procedure for a doubtful key warns of them")]
    public void OnlyOfficialSitesAreLinked()
    {
        var links = s_content.Value.Articles.SelectMany(a => a.Skeleton.Links.Select(l => l.Text).Concat(a.FrontMatter.Sources.Select(s => s.Url)))
            .Concat(s_content.Value.Codes.SelectMany(c => c.Sources.Select(s => s.Url))).OfType<string>().Where(l => l.Contains("://", StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(links);
        Assert.Empty(links.Where(l => !IsOfficial(new Uri(l))));
        foreach (var id in new[] { "key-blocked-or-doubtful", "buy-a-licence-safely", "fix-0xc004f213" })
            foreach (var lang in new[] { "ja", "en" }) Assert.Contains(Article(id, lang).Sections, s => s.Html.Contains("callout-warning", StringComparison.Ordinal) || s.Html.Contains("callout-caution", StringComparison.Ordinal));
    }

    [Theory(DisplayName = "Feature 93: every other name of a term in the repository finds the term, in its language")]
    [InlineData("ja")]
    [InlineData("en")]
    public void SynonymsFindTheirTerm(string lang)
    {
        var (locale, index) = (Locale.Find(lang)!, SearchIndexBuilder.Build(s_content.Value));
        var names = s_content.Value.Glossary.SelectMany(t => t.Synonyms(locale).Append(t.Name.In(locale)).Select(n => (t.Id, Name: n))).ToList();
        Assert.True(names.Count > 100);
        Assert.Empty(names.Where(n => !index.Search(new(n.Name, locale) { Limit = 100 }).Hits.Any(h => h.Kind == HitKind.Term && h.Id == n.Id)));
    }

    private static bool IsOfficial(Uri link) => link.Scheme is "https" or "http" && s_official.Any(h => link.Host == h || link.Host.EndsWith("." + h, StringComparison.Ordinal));

    private static Article Article(string id, string lang) => s_content.Value.Articles.Single(a => a.Id.Value == id && a.Locale.Tag == lang);
}
