using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

public sealed class ContentReaderTests
{
    private const string Article = "---\ntitle: 記事\nsummary: 要約です。\n---\n\n本文です。\n";
    private const string Code = "title: {ja: 題, en: Title}\nmeaning: {ja: 意味, en: Meaning}\n";

    private static IEnumerable<string> Lines(ContentSet set) => set.Diagnostics.Select(TestContent.Line);

    [Fact(DisplayName = "The same files give the same set in whatever order they come")]
    public void Order_of_files_does_not_matter()
    {
        var files = TestContent.Files("site").Concat(TestContent.Files("broken/KB041")).Concat(TestContent.Files("broken/KB043")).ToArray();
        var first = ContentReader.Read(files);
        for (var seed = 1; seed <= 5; seed++)
        {
            var shuffled = files.ToArray();
            new Random(seed).Shuffle(shuffled);
            var set = ContentReader.Read(shuffled);
            Assert.Equal(first.Articles.Select(a => (a.Path, a.Revision)), set.Articles.Select(a => (a.Path, a.Revision)));
            Assert.Equal(first.Codes.Select(c => c.Path), set.Codes.Select(c => c.Path));
            Assert.Equal(first.Diagnostics, set.Diagnostics);
        }
    }

    [Fact(DisplayName = "Of two articles with one id the first by path counts, and both are reported")]
    public void Duplicate_ids_have_a_winner()
    {
        var set = TestContent.Read(("articles/errors/b.ja.md", Article.Replace("title", "id: same\ntitle")), ("articles/errors/a.ja.md", Article.Replace("title", "id: same\ntitle")));
        Assert.Equal("articles/errors/a.ja.md", Assert.Single(set.Articles).Path);
        Assert.Equal(["articles/errors/a.ja.md:1:1 KB041", "articles/errors/b.ja.md:1:1 KB041"], Lines(set));
    }

    [Fact(DisplayName = "A pair and a bundle with one slug are duplicates, and so are codes and guides named twice")]
    public void Other_duplicates_have_winners_too()
    {
        var guide = Repository.Read("tests/data/site/guides/windows-activation.yaml");
        var set = TestContent.Read(
            ("articles/errors/a.ja.md", Article), ("articles/errors/a/index.ja.md", Article), ("articles/errors/a.en.md", Article),
            ("codes/0xC004F211.yaml", Code), ("codes/c004f211.yaml", Code),
            ("guides/windows-activation.yaml", guide), ("guides/zz.yaml", guide));
        Assert.Equal(["articles/errors/a.en.md", "articles/errors/a.ja.md"], set.Articles.Select(a => a.Path));
        Assert.Equal("codes/0xC004F211.yaml", Assert.Single(set.Codes).Path);
        Assert.Equal("guides/windows-activation.yaml", Assert.Single(set.Guides).Path);
        Assert.Equal(6, set.Diagnostics.Count(d => d.Rule == DiagnosticRule.DuplicateId));
    }

    [Fact(DisplayName = "Names that differ in case or in Unicode form only are reported, and the first by path counts")]
    public void Twins_are_reported()
    {
        var (composed, decomposed) = ("media/が.svg", "media/か\u3099.svg");
        var set = TestContent.Read(("codes/0xC004F211.yaml", Code), ("codes/0XC004F211.yaml", Code), (composed, ""), (decomposed, ""));
        Assert.Equal("codes/0XC004F211.yaml", Assert.Single(set.Codes).Path);
        Assert.Equal(new[] { composed, decomposed }.Order(StringComparer.Ordinal).First(), Assert.Single(set.Media));
        Assert.Equal(4, set.Diagnostics.Count(d => d.Rule == DiagnosticRule.PathTwins));
    }

    [Fact(DisplayName = "Articles whose file has not changed are taken over as they are; a changed snippet changes all")]
    public void Unchanged_articles_are_taken_over()
    {
        (string, string)[] files = [("articles/errors/a.ja.md", Article), ("articles/errors/b.ja.md", Article + "\n{{include: part}}\n"), ("articles/errors/broken.ja.md", "---\ntitle: [\n---\n"), ("snippets/part.ja.md", "部品です。\n")];
        var before = TestContent.Read(files);
        var edited = files.Select(f => TestContent.File(f.Item1, f.Item1.EndsWith("a.ja.md") ? f.Item2 + "追記。" : f.Item2)).ToList();
        var after = ContentReader.Read(edited, before);
        Assert.NotSame(before.Articles[0], after.Articles[0]);
        Assert.Same(before.Articles[1], after.Articles[1]);
        Assert.Equal(before.Diagnostics, after.Diagnostics);
        Assert.Equal(ContentReader.Read(edited).Articles.Select(a => a.LeadText), after.Articles.Select(a => a.LeadText));

        edited[3] = TestContent.File("snippets/part.ja.md", "別の部品です。\n");
        Assert.Contains("別の部品", ContentReader.Read(edited, after).Articles[1].LeadText);
    }

    [Fact(DisplayName = "A mistake in one file never loses another")]
    public void Mistakes_stay_in_their_file()
    {
        var good = TestContent.Files("site");
        var bad = new[]
        {
            TestContent.File("codes/0x80070005.yaml", new string('[', 5000)), TestContent.File("guides/bad.yaml", "id: bad\n\tstart: x\n"),
            TestContent.File("articles/errors/bad.ja.md", "---\ntitle: \"x\n---\n"), new ContentFile("articles/errors/sjis.ja.md", new byte[] { 0x94, 0x46, 0x8F, 0xD8 }),
            new ContentFile("articles/errors/link.ja.md", default) { Refused = "it is a symbolic link" }, new ContentFile("media/huge.png", default) { Size = ContentReader.MediaLimit + 1 },
            new ContentFile("codes/0x80070006.yaml", Encoding.UTF8.GetBytes(Code + "# " + new string('x', TextFile.DefaultLimit))),
        };
        var (alone, together) = (ContentReader.Read(good), ContentReader.Read([.. good, .. bad]));
        Assert.Equal(alone.Articles.Select(a => a.Path), together.Articles.Select(a => a.Path));
        Assert.Equal(alone.Codes.Select(c => c.Path), together.Codes.Select(c => c.Path));
        Assert.Equal(alone.Guides.Select(g => g.Path), together.Guides.Select(g => g.Path));
        Assert.Equal(alone.Media, together.Media);
        Assert.Equal(bad.Select(b => b.Path).Order(StringComparer.Ordinal), together.Diagnostics.Select(d => d.File).Distinct());
        Assert.All(together.Diagnostics, d => Assert.Equal(Severity.Error, d.Severity));
    }

    [Fact]
    public void Nothing_gives_an_empty_set()
    {
        var set = ContentReader.Read([]);
        Assert.Empty(set.Articles);
        Assert.Empty(set.Diagnostics);
        Assert.Empty(TestContent.Check(set));
    }

    [Theory(DisplayName = "Redirects stay on the site")]
    [InlineData("/a: //evil.example/x")]
    [InlineData("/a: https://evil.example/")]
    [InlineData("/a: /\\evil.example")]
    [InlineData("a: /glossary")]
    public void Foreign_redirects_are_refused(string text)
    {
        var set = TestContent.Read(("redirects.yaml", text));
        Assert.Empty(set.Redirects.Targets);
        Assert.Equal(DiagnosticRule.BadValue, Assert.Single(set.Diagnostics).Rule);
    }
}
