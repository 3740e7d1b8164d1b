using System.Net;
using AngleSharp.Html.Parser;
using KnowledgeBase.Content;
using KnowledgeBase.Tests.Cli;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class MovedAddressTests(SampleHost site)
{
    [Theory(DisplayName = "Feature 66: an old address with its anchor leads to the new place after a move, a rename and a split")]
    [InlineData("/ja/articles/reactivation")]
    [InlineData("/en/articles/hardware-change-impact#old-table")]
    [InlineData("/ja/articles/split-page#reactivate")]
    [InlineData("/en/articles/split-page#parts")]
    [InlineData("/ja/codes/0xC004F213#lost-key")]
    [InlineData("/en/codes/hardware-changed#oem")]
    [InlineData("/a/reactivation")]
    [InlineData("/api/articles/reactivation")]
    public async Task OldAddressesLead(string address)
    {
        var parts = address.Split('#', 2);
        Assert.Empty(await Promise.Check(site.Client, new(parts[0], parts.Length > 1 ? [parts[1]] : [])));
    }

    [Fact(DisplayName = "Feature 114: an address or an anchor that was lost is noticed")]
    public async Task LossesAreNoticed()
    {
        Assert.Equal(["/ja/articles/none: 404 at /ja/articles/none"], await Promise.Check(site.Client, new("/ja/articles/none", [])));
        Assert.Equal(["/en/articles/fix-0xc004f211#none: not on /en/articles/fix-0xc004f211"], await Promise.Check(site.Client, new("/en/articles/fix-0xc004f211", ["steps", "none"])));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetRaw("/api/articles/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetRaw("/a/none")).StatusCode);
    }

    [Fact(DisplayName = "Feature 66: the place of a moved part shows itself only to those who come for it")]
    public async Task MovedPlacesAreHidden()
    {
        var page = new HtmlParser().ParseDocument(await site.Text("/en/articles/hardware-change-impact"));
        Assert.Equal(["old-table", "reactivate"], page.QuerySelectorAll("[data-moved].target-only").Select(e => e.Id!));
        Assert.Equal("/en/articles/fix-0xc004f211#steps", page.QuerySelector("#reactivate a")!.GetAttribute("href"));
        Assert.Empty(new HtmlParser().ParseDocument(await site.Text("/en/articles/fix-0xc004f211")).QuerySelectorAll("[data-moved]"));
    }

    [Fact(DisplayName = "Feature 114: kb addresses lists every page with its anchors, the same whoever asks")]
    public void AddressesAreListed()
    {
        var (exit, list, errors) = Kb.Run("addresses", "tests/data/site");
        Assert.Equal((0, ""), (exit, errors));
        var addresses = list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(PublicAddress.Parse).ToList();
        Assert.Equal(addresses.OrderBy(a => a.Path, StringComparer.Ordinal).Select(a => a.Path), addresses.Select(a => a.Path));
        Assert.Contains("#oem", list.Split('\n').Single(l => l.StartsWith("/en/codes/0xC004F211 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("steps", addresses.Single(a => a.Path == "/ja/articles/fix-0xc004f211").Anchors);
        Assert.Superset(new HashSet<string> { "/a/fix-0xc004f211", "/go/0xC004F213", "/c/0xC004F213", "/g/windows-activation", "/media/activation-page.svg", "/ja/glossary", "/api/guides/windows-activation" }, addresses.Select(a => a.Path).ToHashSet());
        Assert.Equal(2, Kb.Run("addresses", "tests/data/none").Code);
    }
}
