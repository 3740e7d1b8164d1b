using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Content;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Tests.Site;

public sealed class SavedIndexTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
    private readonly SavedIndex _saved;

    public SavedIndexTests() => _saved = new(_folder, NullLogger<SavedIndex>.Instance);

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_large_index_is_saved_at_the_first_start_and_taken_at_the_next()
    {
        var first = Start(Large());
        var written = File.GetLastWriteTimeUtc(_saved.Path);
        var next = Start(Large());
        Assert.Equal(written, File.GetLastWriteTimeUtc(_saved.Path));
        var (want, got) = (first.Index.Search(new("printer 77", Locale.En)), next.Index.Search(new("printer 77", Locale.En)));
        Assert.Equal(want.Hits.Select(h => (h.Id, h.Score)), got.Hits.Select(h => (h.Id, h.Score)));
    }

    [Fact]
    public void A_damaged_file_is_replaced()
    {
        Start(Large());
        var whole = File.ReadAllBytes(_saved.Path);
        File.WriteAllBytes(_saved.Path, whole[..(whole.Length / 2)]);
        Assert.NotEmpty(Start(Large()).Index.Search(new("printer 77", Locale.En)).Hits);
        Assert.Equal(whole.Length, new FileInfo(_saved.Path).Length);
    }

    [Fact]
    public void A_small_index_leaves_no_file()
    {
        Start(TestContent.Files("site"));
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_does_not_stop_the_start()
    {
        File.WriteAllText(_folder, "a file where the folder should be");
        try
        {
            Assert.NotEmpty(Start(Large()).Index.Search(new("printer 77", Locale.En)).Hits);
        }
        finally
        {
            File.Delete(_folder);
        }
    }

    private SiteSnapshot Start(IReadOnlyList<ContentFile> files) => SiteBuilder.Build(files, null, TimeProvider.System, new(new(_folder, NullLogger<SavedArticles>.Instance), _saved));

    private static IReadOnlyList<ContentFile> Large() => [.. Enumerable.Range(0, 700).Select(i => TestContent.File(
        $"articles/errors/page-{i}.en.md", $"---\ntitle: Printer {i}\nsummary: About printer {i}.\n---\n\nText.\n\n## Cause {{#cause}}\n\nInk.\n\n## Cure {{#cure}}\n\nMore ink {i}.\n"))];
}
