using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Content;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Tests.Site;

public sealed class SavedArticlesTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_next_start_takes_what_the_last_one_parsed()
    {
        var first = Start(Large(600));
        var written = File.GetLastWriteTimeUtc(first.Saved.Path);
        var second = Start(Large(600));
        Assert.Equal(first.Site.Content.Articles.Select(a => (a.Title, a.Revision, a.LeadHtml)), second.Site.Content.Articles.Select(a => (a.Title, a.Revision, a.LeadHtml)));
        Assert.Equal(written, File.GetLastWriteTimeUtc(first.Saved.Path));
    }

    [Fact]
    public void A_change_is_read_and_written()
    {
        var path = Start(Large(600)).Saved.Path;
        var before = File.ReadAllBytes(path).Length;
        Assert.Equal("Printer 600", Start(Large(601)).Site.ArticleBySlug(Locale.En, "page-600")!.Title);
        Assert.True(File.ReadAllBytes(path).Length > before);
    }

    [Fact]
    public void A_damaged_file_does_not_stop_the_start_and_is_replaced()
    {
        var path = Start(Large(600)).Saved.Path;
        var whole = File.ReadAllBytes(path);
        foreach (var damaged in new[] { [], whole[..^9], (byte[])[.. whole[..5000], 0, .. whole[5001..]] })
        {
            File.WriteAllBytes(path, damaged);
            Assert.Equal(600, Start(Large(600)).Site.Content.Articles.Count);
            Assert.Equal(whole.Length, new FileInfo(path).Length);
        }
    }

    [Fact]
    public void A_small_site_leaves_no_file()
    {
        Start(TestContent.Files("site"));
        Assert.False(Directory.Exists(_folder));
    }

    private (SavedArticles Saved, SiteSnapshot Site) Start(IReadOnlyList<ContentFile> files)
    {
        var saved = new SavedArticles(_folder, NullLogger<SavedArticles>.Instance);
        var site = SiteBuilder.Build(files, null, TimeProvider.System, new(saved, new(_folder, NullLogger<SavedIndex>.Instance)));
        saved.Save(site.Content);
        return (saved, site);
    }

    private static IReadOnlyList<ContentFile> Large(int count) => [.. Enumerable.Range(0, count).Select(i => TestContent.File(
        $"articles/errors/page-{i}.en.md", $"---\ntitle: Printer {i}\nsummary: About printer {i}.\n---\n\nText.\n\n## Cause {{#cause}}\n\nInk.\n"))];
}
