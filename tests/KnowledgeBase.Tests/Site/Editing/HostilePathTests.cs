using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Site.Editing.SaveResult;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class HostilePathTests : IDisposable
{
    private readonly EditingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("articles/errors/fix-it.ja.md")]
    [InlineData("articles/errors/fix-it/index.en.md")]
    [InlineData("codes/0xC004F211.yaml")]
    [InlineData("codes/registry.csv")]
    [InlineData("guides/a.yaml")]
    [InlineData("guides/a.tests.yaml")]
    [InlineData("snippets/a.en.md")]
    [InlineData("glossary.yaml")]
    [InlineData("redirects.yaml")]
    public void Content_files_may_be_written(string path) => Assert.True(ContentPaths.IsText(path));

    [Theory]
    [InlineData("articles/errors/Fix.ja.md")]
    [InlineData("articles/errors/fix.fr.md")]
    [InlineData("articles/fix.ja.md")]
    [InlineData("articles/../site.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("codes/0xc004f211.yaml")]
    [InlineData("codes/-x.yaml")]
    [InlineData(".git/config")]
    [InlineData("articles/errors/.hidden.ja.md")]
    [InlineData("README.md")]
    [InlineData("media/x.svg")]
    [InlineData("guides/con.yaml")]
    [InlineData("articles/errors/fix.ja.md\n")]
    [InlineData("")]
    public void Nothing_else_may_be_written(string path) => Assert.False(ContentPaths.IsText(path) || ContentPaths.IsPicture(path));

    [Fact(DisplayName = "Every path of the hostile sets is refused or is a plain file of the content folder, and nothing appears outside of it")]
    public async Task Hostile_paths_reach_nothing()
    {
        var before = Outside();
        var paths = Values("path-traversal.jsonl", "path").Concat(Values("git-and-filename-hostile.jsonl", "value"))
            .SelectMany(p => new[] { p, $"articles/errors/{p}.ja.md", $"snippets/{p}.en.md", $"media/{p}.png" }).Distinct().ToList();
        Assert.True(paths.Count > 60);
        foreach (var path in paths)
        {
            if (ContentPaths.IsText(path) || ContentPaths.IsPicture(path)) Assert.Matches(@"\A[A-Za-z0-9][A-Za-z0-9./-]*\z", path);
            else Assert.Equal(SaveRefusal.Path, Assert.IsType<Refused>(await _desk.Files.Save(new([new(path, null, "x")], EditingDesk.Aya, "x", ChangeClass.Typo))).Reason);
        }
        Assert.Equal(before, Outside());
    }

    [Fact(DisplayName = "Hostile words in names, addresses and messages stay data for git")]
    public async Task Hostile_words_stay_data()
    {
        const string path = "articles/hardware/hardware-change-impact.en.md";
        foreach (var (word, number) in Values("git-and-filename-hostile.jsonl", "value").Where((_, i) => i % 4 == 0).Take(15).Select((w, i) => (w, i)))
        {
            var file = _desk.Open(path);
            var result = await _desk.Files.Save(new([new(path, file.Revision, file.Text + $"\nLine {number}.\n")], new(word + "x", word + "y"), word, ChangeClass.Typo));
            if (result is not Saved saved) continue;
            Assert.Equal(saved.Commit, _desk.Git("rev-parse", "HEAD"));
            Assert.Equal(ChangeClass.Typo, (await _desk.Get<ContentHistory>().Of(path))[0].Class);
        }
        Assert.Equal("", _desk.Git("fsck", "--full", "--no-dangling"));
        Assert.Equal("", _desk.Git("status", "--porcelain"));
        Assert.False(File.Exists("/tmp/pwn"));
    }

    [Fact(DisplayName = "F19: a symbolic link at any part of a path is refused and its target untouched")]
    public async Task Links_are_refused()
    {
        var outside = Path.Combine(_desk.Content.Folder, "..", "outside");
        Directory.CreateDirectory(outside);
        File.WriteAllText(Path.Combine(outside, "target.ja.md"), "outside");
        File.CreateSymbolicLink(_desk.Content.At("snippets/linked.ja.md"), Path.Combine(outside, "target.ja.md"));
        Directory.CreateSymbolicLink(_desk.Content.At("articles/linked"), outside);
        foreach (var path in new[] { "snippets/linked.ja.md", "articles/linked/target.ja.md", "articles/linked/new.ja.md" })
        {
            Assert.Equal(SaveRefusal.Path, Assert.IsType<Refused>(await _desk.Files.Save(new([new(path, null, "x")], EditingDesk.Aya, "x", ChangeClass.Typo))).Reason);
            Assert.Null(_desk.Get<KnowledgeBase.Site.Storage.ContentWorkspace>().Open(path));
        }
        Assert.Equal("outside", File.ReadAllText(Path.Combine(outside, "target.ja.md")));
        Assert.Single(Directory.EnumerateFileSystemEntries(outside));
    }

    private string[] Outside() => [.. Directory.EnumerateFileSystemEntries(Path.Combine(_desk.Content.Folder, "..")).Order()];

    private static IEnumerable<string> Values(string file, string key) => File.ReadLines(Repository.Hostile(file))
        .Select(l => JsonDocument.Parse(l).RootElement).Where(e => e.TryGetProperty(key, out _)).Select(e => e.GetProperty(key).ToString());
}
