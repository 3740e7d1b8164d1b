using Bunit;
using Bunit.TestDoubles;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web;
using KnowledgeBase.Web.Components.Islands;
using KnowledgeBase.Web.Components.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Components;

public sealed class LiveSearchTests : ComponentSite
{
    private BunitNavigationManager Navigation => (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<LiveSearch> Show(string tag, string address) => Render<LiveSearch>(p => p.Add(l => l.LocaleTag, tag).Add(l => l.Address, address));

    private static void Type(IRenderedComponent<LiveSearch> island, string address) => island.One("[data-asked]").Change(address);

    [Theory(DisplayName = "Feature 27: what the script hands over is searched for and named as an address")]
    [InlineData("ja", "KMS")]
    [InlineData("en", "motherboard")]
    public void TypedWordsAreSearchedFor(string tag, string typed)
    {
        var island = Show(tag, "");
        Assert.Equal(Words(tag)["Search"], island.One("h1").TextContent);
        Type(island, "?q=" + typed);
        Assert.Equal(Words(tag).Format("SearchTitle", typed), island.One("h1").TextContent);
        Assert.NotEmpty(island.FindAll(".hit"));
        Assert.Equal(Urls.Search(Locale.Find(tag)!, typed), island.One("[data-results]").GetAttribute("data-address"));
        Assert.StartsWith(Words(tag).Format("SearchTitle", typed), island.One("[data-results]").GetAttribute("data-title"));
    }

    [Fact(DisplayName = "Feature 29: every filter is a link with its count, picks in place, and can be taken off again")]
    public void FiltersArePicked()
    {
        var island = Show("en", "?q=activation");
        var all = island.FindAll(".hit").Count;
        var filter = island.FindAll(".facet a[href*='kind=article']")[0];
        Assert.Equal("/en/search?q=activation&kind=article", filter.GetAttribute("href"));
        var count = int.Parse(filter.QuerySelector(".count")!.TextContent);
        Assert.InRange(count, 1, all - 1);
        filter.Click();
        Assert.Equal(count, island.FindAll(".hit").Count);
        Assert.Equal("true", island.One(".facet a[href*='kind=article']").GetAttribute("aria-current"));
        Assert.EndsWith("&kind=article", island.One("[data-results]").GetAttribute("data-address"));
        island.FindAll(".facet a").First(a => a.TextContent.Trim() == Words("en")["All"]).Click();
        Assert.Equal(all, island.FindAll(".hit").Count);
    }

    [Fact(DisplayName = "Features 22, 29: pages of the other language are labelled, stand last, and can be left out")]
    public void TheOtherLanguageIsLabelledAndLast()
    {
        var island = Show("en", "?q=activation");
        var labels = island.FindAll(".hit").Select(h => h.QuerySelector(".tag-plain")?.TextContent).ToList();
        Assert.Contains(Words("en")["OnlyIn.ja"], labels);
        Assert.Equal(labels.OrderBy(l => l is not null), labels);
        Assert.All(island.FindAll(".hit").Where(h => h.QuerySelector(".tag-plain") is not null), h => Assert.Equal("ja", h.QuerySelector("a")!.GetAttribute("lang")));
        island.One("[aria-labelledby=facet-lang] a[href$='language=en']").Click();
        Assert.Equal(labels.Count(l => l is null), island.FindAll(".hit").Count);
        Assert.Empty(island.FindAll(".hit .tag-plain"));
    }

    [Fact(DisplayName = "Feature 28: a search that finds nothing offers other doors, and a filter that leaves nothing can be taken off")]
    public void NothingFoundOffersDoors()
    {
        var island = Show("en", "?q=activation");
        Type(island, "?q=zzqqzz");
        Assert.Empty(island.FindAll(".hit"));
        Assert.NotEmpty(island.FindAll(".doors a"));
        Assert.Equal("zzqqzz", island.One(".ask input[name=q]").GetAttribute("value"));
        Type(island, "?q=motherboard&os=windows-7&kind=term");
        island.FindAll("a").Single(a => a.TextContent == Words("en")["WithoutFilters"]).Click();
        Assert.NotEmpty(island.FindAll(".hit"));
        Assert.Equal("/en/search?q=motherboard", island.One("[data-results]").GetAttribute("data-address"));
    }

    [Theory(DisplayName = "Feature 109: a product key that reaches the island is masked, explained, and not searched for")]
    [InlineData("ja")]
    [InlineData("en")]
    public void KeysAreRefused(string tag)
    {
        var island = Show(tag, "");
        Type(island, "?q=VK7JG%20NPHTM%20C97JM%209MPGT%203V66T");
        Assert.DoesNotContain("3V66T", island.Markup, StringComparison.Ordinal);
        Assert.Contains(Words(tag)["SecretRefused"], island.One(".banner").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.FindAll(".hit, .ask"));
    }

    [Fact(DisplayName = "Feature 68: a code that was sent goes to its page; typing it does not")]
    public void CodesAreGoneTo()
    {
        var island = Show("en", "");
        Type(island, "?q=c004f213");
        Assert.DoesNotContain("/codes/", Navigation.Uri, StringComparison.Ordinal);
        Type(island, "?q=c004f213&go=1");
        Assert.EndsWith("/en/codes/0xC004F213", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 5: a code with look-alike letters is not gone to, but shown with how it was read")]
    public void GuessesAreShownFirst()
    {
        var island = Show("en", "");
        Type(island, "?q=OxC004F213&go=1");
        Assert.DoesNotContain("/codes/", Navigation.Uri, StringComparison.Ordinal);
        Assert.Contains("0xC004F213", island.One(".read-as").TextContent, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "An address of the search page is read forgivingly")]
    [InlineData("?q=a&os=beos&licence=none&kind=7&language=fr&edition=x", "a", null)]
    [InlineData("?q=+a+&kind=CODE&q=b", "a", "code")]
    [InlineData("", "", null)]
    [InlineData("?&&==&q", "", null)]
    public void AddressesAreReadForgivingly(string address, string text, string? kind)
    {
        var (query, _) = SearchQuery.Read(address);
        Assert.Equal(new SearchQuery(text, Kind: kind), query);
    }

    [Fact]
    public void A_query_of_any_length_is_cut_to_what_the_box_takes() => Assert.Equal(SearchQuery.Longest, SearchQuery.Read("?q=" + new string('a', 20_000)).Query.Text.Length);
}
