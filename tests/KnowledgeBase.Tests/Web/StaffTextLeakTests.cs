using System.Net;
using System.Xml.Linq;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Desk;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

/// <summary>Features 62, 112: what staff write is nowhere that a reader can ask.</summary>
public sealed class StaffTextLeakTests(SampleHost site) : IClassFixture<SampleHost>
{
    private const string Marker = "zebrafish4711";

    private static readonly string[] s_written = [Marker + " note", Marker + " flag", Marker + " reply", Marker + "author", Marker + "ticket"];

    [Fact(DisplayName = "Features 62, 112: a marker in a note, a flag and a ready reply is in no answer that an anonymous visitor can get from any route, nor in an export")]
    public async Task StaffTextsStayInside()
    {
        var (snapshot, store) = (site.Services.GetRequiredService<CurrentSite>().Snapshot, site.Services.GetRequiredService<INoteStore>());
        foreach (var subject in DeskSubject.All(snapshot))
        {
            Assert.True(await store.Add(Note.Write(subject, $"{Marker} note", Marker + "author", DateTimeOffset.UnixEpoch)!));
            Assert.True(await store.Add(Flag.Raise(subject, Marker + "ticket", $"{Marker} flag", Marker + "author", DateTimeOffset.UnixEpoch)!));
        }

        site.Content.Change("replies/article.yaml", "Reply", Marker + " reply");
        Assert.True(site.Rebuilder.Refresh());
        snapshot = site.Services.GetRequiredService<CurrentSite>().Snapshot;
        Assert.Contains(snapshot.Content.Replies, r => r.Title.En!.Contains(Marker, StringComparison.Ordinal));

        var asked = Addresses(snapshot).Concat(await Mapped()).Distinct().ToList();
        Assert.True(asked.Count > 60, $"only {asked.Count} addresses");
        foreach (var path in asked)
            foreach (var language in new[] { "ja", "en" })
            {
                using var answer = await site.GetRaw(path, ("Accept-Language", language));
                var said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) + answer.Headers;
                // A page may say the marker back to whoever searches for it, but nothing that staff wrote around it.
                Assert.All(s_written, words => Assert.DoesNotContain(words, said, StringComparison.OrdinalIgnoreCase));
            }

        Assert.DoesNotContain(Exported.Files(site), f => f.Contains(Marker, StringComparison.OrdinalIgnoreCase));

        // The markers are there: who may see them does.
        using var mika = await StaffClient.SignIn(site.Client.BaseAddress!, site.Services, "support");
        Assert.Contains(Marker + " note", await mika.Text("/desk/codes/0xC004F213"), StringComparison.Ordinal);
    }

    /// <summary>Every public route of the host, with each of its parameters filled in by what the content has.</summary>
    private List<string> Addresses(SiteSnapshot content)
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(e => e.RoutePattern).DistinctBy(p => p.RawText).ToList();
        Assert.Contains(routes, r => r.RawText!.Contains("desk", StringComparison.Ordinal));
        var values = new Dictionary<string, string[]>
        {
            ["culture"] = ["ja", "en"], ["lang"] = ["ja", "en"],
            ["slug"] = [.. content.Content.Articles.Select(a => a.Slug).Distinct()],
            ["form"] = [.. content.Content.Codes.Select(c => c.Code.Hex), "0xC004F999"],
            ["id"] = [.. content.Content.Articles.Select(a => a.Id.Value).Distinct(), .. content.Content.Guides.Select(g => g.Id), .. content.Content.Categories.Select(c => c.Id)],
            ["node"] = [.. content.Content.Guides.SelectMany(g => g.Order)],
            ["guide"] = [.. content.Content.Guides.Select(g => g.Id)],
            ["documentName"] = ["v1"],
        };
        return [.. routes.SelectMany(r => Fill(r, values))];
    }

    private static IEnumerable<string> Fill(RoutePattern route, Dictionary<string, string[]> values)
    {
        IEnumerable<string> paths = [""];
        foreach (var segment in route.PathSegments)
        {
            IEnumerable<string> parts = [""];
            foreach (var part in segment.Parts)
                parts = part switch
                {
                    RoutePatternParameterPart p => parts.SelectMany(before => values.GetValueOrDefault(p.Name, [Marker]).Select(v => before + v)),
                    RoutePatternLiteralPart l => parts.Select(before => before + l.Content),
                    RoutePatternSeparatorPart s => parts.Select(before => before + s.Content),
                    _ => parts,
                };
            paths = paths.SelectMany(before => parts.Select(part => $"{before}/{part}")).ToList();
        }

        return paths.Select(p => p.Length == 0 ? "/" : p);
    }

    /// <summary>What is searched, suggested, filtered and listed.</summary>
    private async Task<IEnumerable<string>> Mapped()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var pages = XDocument.Parse(await site.Text("/sitemap.xml")).Descendants(map + "loc").Select(l => new Uri(l.Value).PathAndQuery);
        return pages.Concat(
        [
            $"/api/search?q={Marker}&limit=100", $"/api/suggest?q={Marker}", $"/api/suggest?q=zebra", "/api/search?q=note&limit=100", $"/ja/search?q={Marker}", $"/en/search?q={Marker}",
            "/en/search?q=reply", "/ja/changes", "/en/feed.xml?code=0xC004F213", "/en/codes/compare?a=0xC004F213&b=0xC004F211", "/go/0xC004F213", "/health/ready", "/openapi/v1.json",
        ]);
    }
}
