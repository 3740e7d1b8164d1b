using System.Text.RegularExpressions;
using KnowledgeBase.Site.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

/// <summary>Neither a draft nor an article before its time stands anywhere that a visitor can ask.</summary>
public sealed partial class DraftLeakTests : IAsyncLifetime
{
    // What is asked for, and what no answer may then know.
    private const string Marker = "zqxmarker";
    private const string Secret = "zqxsecret";
    private const string Impact = "articles/hardware/hardware-change-impact.en.md";
    private static readonly Editor s_aya = new("Aya " + Secret, "aya@kb.example");
    private readonly SampleHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact(DisplayName = "Features 82, 89: the words of a draft and of an article that waits stand in no public answer, the map of the site and links followed everywhere, and in no export")]
    public async Task Nothing_leaks()
    {
        var drafts = _host.Services.GetRequiredService<Drafts>();
        var file = _host.Services.GetRequiredService<KnowledgeBase.Site.Storage.ContentWorkspace>().Open(Impact)!;
        var draft = drafts.New(s_aya, [new(Impact, file.Revision, file.Text.Replace("title: ", $"title: {Marker} {Secret} ")), new($"articles/errors/{Marker}.en.md", null, $"---\ntitle: {Marker} {Secret}\nsummary: {Secret}.\n---\n\n{Secret}.\n")], Secret);
        var kept = Assert.IsType<DraftResult.Kept>(await drafts.Keep(draft, s_aya)).Draft;
        Assert.NotNull(await drafts.Share(kept.Id, s_aya));
        var waiting = new FileChange($"articles/errors/{Marker}-later.en.md", null, $"---\ntitle: {Marker} {Secret}\nsummary: {Secret}.\npublish-at: 2199-01-01\nready-to-translate: false\nfindable-by: [{Marker}]\n---\n\n{Secret} {Marker} 0xC004F211.\n");
        var saved = await _host.Services.GetRequiredService<SaveFiles>().Save(new([waiting], s_aya, Secret, ChangeClass.Major));
        Assert.True(saved is SaveResult.Saved, saved is SaveResult.Invalid invalid ? string.Join('\n', invalid.Problems) : saved.ToString());

        var (seen, waitingPaths, answers) = (new HashSet<string>(), new Queue<string>(), 0);
        foreach (var start in Starts()) waitingPaths.Enqueue(start);
        while (waitingPaths.TryDequeue(out var path) && answers < 1500)
        {
            if (!seen.Add(path)) continue;
            var response = await _host.GetRaw(path);
            var body = await response.Content.ReadAsStringAsync();
            answers++;
            Assert.False(body.Contains(Secret, StringComparison.Ordinal), path);
            if (path.Contains($"/articles/{Marker}") || path.StartsWith($"/a/{Marker}")) Assert.Equal(404, (int)response.StatusCode);
            // The map of the site names its pages with the host before them.
            foreach (Match page in Listed.Matches(body)) waitingPaths.Enqueue(new Uri(System.Net.WebUtility.HtmlDecode(page.Groups[1].Value)).PathAndQuery);
            foreach (Match link in Link.Matches(body)) waitingPaths.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
        }
        Assert.True(answers > 60, $"{answers} answers");
        Assert.Contains("/en/articles/hardware-change-impact", seen);
        var exported = Exported.Files(_host);
        Assert.True(exported.Count > 30, $"{exported.Count} files");
        Assert.DoesNotContain(exported, f => f.Contains(Secret, StringComparison.Ordinal) || f.Contains(Marker, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Starts()
    {
        foreach (var lang in new[] { "ja", "en" })
            foreach (var page in new[] { "", "/codes", "/glossary", "/feed.xml", $"/search?q={Marker}", $"/articles/{Marker}", $"/articles/{Marker}-later", "/articles/hardware-change-impact", "/changes" })
                yield return $"/{lang}{page}";
        foreach (var path in new[] { $"/api/search?q={Marker}&lang=en", $"/api/suggest?q={Marker}&lang=en", $"/api/articles/{Marker}", $"/api/articles/{Marker}-later", $"/a/{Marker}", $"/a/{Marker}-later", "/sitemap.xml", "/health/ready", "/openapi/v1.json", "/robots.txt", "/api/codes/0xC004F2FE" })
            yield return path;
    }

    [GeneratedRegex("<loc>([^<]*)</loc>")]
    private static partial Regex Listed { get; }

    [GeneratedRegex("(?:href|src)=\"(/(?!/)[^\"]*)\"")]
    private static partial Regex Link { get; }
}
