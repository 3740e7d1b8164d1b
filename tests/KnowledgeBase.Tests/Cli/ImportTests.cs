using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Importing;

namespace KnowledgeBase.Tests.Cli;

public sealed class ImportTests : IDisposable
{
    private readonly TempContent _target = new();

    [Fact(DisplayName = "Feature 126: a Hugo tree becomes articles in both languages, with callouts, tabs, links, anchors and pictures")]
    public void HugoIsImported()
    {
        var report = Import("hugo");
        var setup = _target.Read("articles/docs/docs-setup.en.md");
        Assert.StartsWith("---\ntitle: \"Setup\"\nsummary: \"How to set the machine up.\"\npublished: 2025-03-04\nupdated: 2026-01-02\n---\n", setup);
        Assert.DoesNotContain("\n# ", setup);
        Assert.Contains("> [!WARNING]\n> **Mind this**\n>\n> Back up **first**.\n", setup);
        Assert.Contains("> [!NOTE]\n> **Titled**\n>\n> Text of the note.\n", setup);
        Assert.Contains("See [the next page](/a/docs-setup-install#second-step), nowhere and\n[the site](https://example.org/x).", setup);
        Assert.Contains("![Near](../../media/content-en-docs-setup-near.png) ![Far](../../media/static-img-box.png) *Lost*", setup);
        Assert.Contains("**Windows**\n\nPress the key.\n\n**Linux**\n\n```sh\necho \"{{% tab %}} <b>stays</b>\"\n```", setup);
        Assert.Contains("Use `F1` or `<kbd>` now, <your-name>.", setup);
        // The same structure in both languages gets the same anchors.
        Assert.Contains("## 次の手順 {#second-step}", _target.Read("articles/docs/docs-setup-install.ja.md"));
        Assert.Contains("[次の手順](#second-step)", _target.Read("articles/docs/docs-setup-install.ja.md"));
        Assert.True(File.Exists(_target.At("media/static-img-box.png")));
        Assert.Equal(("Hugo", 3, 1), (report.GetProperty("kind").GetString(), report.GetProperty("pages").GetProperty("en").GetInt32(), report.GetProperty("pages").GetProperty("ja").GetInt32()));
        Assert.Equal(["front matter key: mystery", "link: /docs/gone/", "page left out: it is a draft", "picture: lost.png", "shortcode: strange", "shown one below the other: tabs"], Found(report));
    }

    [Fact(DisplayName = "Feature 126: a Docusaurus tree with its translation is imported")]
    public void DocusaurusIsImported()
    {
        var report = Import("docusaurus");
        var intro = _target.Read("articles/general/intro.en.md");
        Assert.StartsWith("---\ntitle: \"Introduction\"\n---\n", intro);
        Assert.Contains("> [!TIP]\n> **Good to know**\n>\n> Read on.\n", intro);
        Assert.Contains("> [!CAUTION]\n", intro);
        Assert.Contains("**Alpha**\n\nAlpha text.", intro);
        Assert.DoesNotContain("import ", intro);
        Assert.DoesNotContain("remark", intro);
        Assert.Contains("![Logo](../../media/static-img-logo.png)", intro);
        Assert.Contains("Next: [use](/a/use#how-to), mail us.", intro);
        Assert.Contains("[the introduction](/a/intro)", _target.Read("articles/general/use.en.md"));
        Assert.Contains("## 使い方 {#how-to}", _target.Read("articles/general/use.ja.md"));
        Assert.Equal(["component: <Video>", "mail link: mailto:us@example.org", "shown one below the other: tabs"], Found(report));
    }

    [Fact(DisplayName = "Feature 126: an MkDocs tree with language folders is imported, included files too")]
    public void MkDocsIsImported()
    {
        var report = Import("mkdocs");
        var first = _target.Read("articles/general/first.en.md");
        Assert.Contains("> [!WARNING]\n> **Careful**\n>\n> Two lines\n> of text.\n>\n> ```python\n> x = 1\n> ```\n\nAfter.", first);
        Assert.Contains("> [!NOTE]\n> **Title**\n", first);
        Assert.Contains("**One**\n\nFirst tab.", first);
        Assert.Contains("```py\nprint(\"included\")\n```", first);
        Assert.Contains("![One](../../media/docs-en-docs-img-one.png)\n", first);
        Assert.Contains("[second](/a/second)", first);
        Assert.Contains("本文です。", _target.Read("articles/general/first.ja.md"));
        Assert.Equal(["reference made from source code: some.module", "shown one below the other: tabs"], Found(report));
    }

    [Theory(DisplayName = "Feature 126: what is imported can be read, and misses translations at most")]
    [InlineData("hugo")]
    [InlineData("docusaurus")]
    [InlineData("mkdocs")]
    public void ImportsAreReadable(string tree)
    {
        Import(tree);
        var (_, output, _) = Kb.Run("check", _target.Folder, "--format", "json");
        var rules = JsonDocument.Parse(output).RootElement.GetProperty("diagnostics").EnumerateArray().Where(f => f.GetProperty("severity").GetString() == "error").Select(f => f.GetProperty("rule").GetString()).Distinct();
        Assert.Empty(rules.Except(["KB050", "KB051", "KB053"]));
    }

    [Fact(DisplayName = "A page whose patterns run out of their time is left out and named, and everything else is imported")]
    public void SlowPagesAreLeftOut()
    {
        using var tree = new TempContent();
        tree.Write("mkdocs.yml", "site_name: Slow\n");
        tree.Write("docs/fine.md", "# Fine\n\nThis page is read.\n");
        // Each way to share the spaces among the parts of the pattern is tried: more than any machine does in half a second.
        tree.Write("docs/slow.md", $"# Slow\n\n## a{new string(' ', 40_000)}b{new string(' ', 40_000)}c\n");
        tree.Write("docs/slow-body.md", $"# Slow\n\n{new string('>', 200_000)}x\n");
        var (exit, output, _) = Kb.Run("import", tree.Folder, _target.Folder, "--json");
        Assert.Equal(0, exit);
        var found = JsonDocument.Parse(output).RootElement.GetProperty("notUnderstood").EnumerateArray().Single();
        Assert.Equal(("it took too long to read", 2, "docs/slow-body.md"), (found.GetProperty("what").GetString(), found.GetProperty("times").GetInt32(), found.GetProperty("first").GetString()));
        Assert.Contains("This page is read.", _target.Read("articles/general/fine.en.md"));
        Assert.Equal(["articles/general/fine.en.md"], Directory.GetFiles(_target.At("articles"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_target.Folder, f)));
    }

    [Theory(DisplayName = "A page that took too long is tried once more, for the machine may have been busy; twice is enough")]
    [InlineData(0, "read", 1)]
    [InlineData(1, "read", 2)]
    [InlineData(2, null, 2)]
    public void SlowPagesAreTriedAgain(int slowTimes, string? read, int tries)
    {
        var tried = 0;
        Assert.Equal(read, Importer.Twice(() => tried++ < slowTimes ? throw new RegexMatchTimeoutException() : "read"));
        Assert.Equal(tries, tried);
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        _target.Write("mine.txt", "mine");
        var (exit, _, errors) = Kb.Run("import", "tests/data/import/hugo", _target.Folder);
        Assert.Equal((2, "mine"), (exit, _target.Read("mine.txt")));
        Assert.Contains("not empty", errors);
        Assert.Single(Directory.GetFileSystemEntries(_target.Folder));
    }

    [Fact]
    public void A_folder_of_no_tool_is_refused()
    {
        var (exit, _, errors) = Kb.Run("import", "tests/data/hostile", _target.Folder);
        Assert.Equal(2, exit);
        Assert.Contains("--from", errors);
    }

    public void Dispose() => _target.Dispose();

    private JsonElement Import(string tree)
    {
        var (exit, output, errors) = Kb.Run("import", $"tests/data/import/{tree}", _target.Folder, "--json");
        // Quiet in a pipe (Feature 128).
        Assert.Equal((0, ""), (exit, errors));
        return JsonDocument.Parse(output).RootElement;
    }

    private static IEnumerable<string> Found(JsonElement report) =>
        report.GetProperty("notUnderstood").EnumerateArray().Select(f => $"{f.GetProperty("kind").GetString()}: {f.GetProperty("what").GetString()}");
}
