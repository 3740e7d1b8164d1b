using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class TranslationTests : IDisposable
{
    private const string En = "articles/hardware/hardware-change-impact.en.md";
    private const string Ja = "articles/hardware/hardware-change-impact.ja.md";
    private const string Id = "hardware-change-impact";
    private readonly EditingDesk _desk = new();

    private Translations Translations => _desk.Get<Translations>();

    public void Dispose() => _desk.Dispose();

    [Fact(DisplayName = "Feature 74: a translation that does not follow its source is listed with what changed since, section by section")]
    public async Task Work_is_listed_with_its_difference()
    {
        Assert.DoesNotContain(await Translations.List(_desk.Site), t => t.Source.Id.Value == Id);
        var section = SourceSections.Of(_desk.Open(Ja).Text).First(s => s.Level > 0);
        await _desk.Save(Ja, section.Text, section.Text + "文を足しました。\n\n", "Add a sentence", ChangeClass.Minor);
        var task = Assert.Single(await Translations.List(_desk.Site), t => t.Source.Id.Value == Id);
        Assert.Equal((TranslationGap.Outdated, En, false), (task.Gap, task.TargetPath, task.MisleadsReaders));
        Assert.Equal(["Add a sentence"], task.Since.Select(e => e.Subject));
        var detail = (await Translations.Of(_desk.Site, Id))!;
        var work = Assert.Single(detail.Sections);
        Assert.Equal(section.Id, work.Id);
        Assert.Equal(section.Text, work.Then);
        Assert.Contains("文を足しました。", work.Now);
        Assert.Contains($"{{#{section.Id}}}", work.Translation);
        Assert.Equal(2, detail.Diff.Added);
    }

    [Fact(DisplayName = "Feature 74: work is done when the translation names the revision of its source, or was changed after it")]
    public async Task Work_is_done()
    {
        await _desk.Save(Ja, "title: ", "title: 新しい ", "One");
        var followed = _desk.Open(Ja).Revision;
        await _desk.Save(Ja, "title: 新しい ", "title: もっと新しい ", "Two");
        var en = _desk.Open(En);
        await _desk.Files.Save(new([new(En, en.Revision, FrontMatterEdit.Set(en.Text, "translated-from", followed))], EditingDesk.Ben, "Follow one", ChangeClass.Minor));
        Assert.Equal(["Two"], (await Translations.Of(_desk.Site, Id))!.Task.Since.Select(e => e.Subject));
        en = _desk.Open(En);
        await _desk.Files.Save(new([new(En, en.Revision, FrontMatterEdit.Set(en.Text, "translated-from", _desk.Open(Ja).Revision))], EditingDesk.Ben, "Follow two", ChangeClass.Minor));
        Assert.Null(await Translations.Of(_desk.Site, Id));
    }

    [Fact(DisplayName = "Feature 75: only a major change warns readers, and the warning says what changed")]
    public async Task Only_major_changes_warn()
    {
        var section = SourceSections.Of(_desk.Open(Ja).Text).First(s => s.Level > 0);
        await _desk.Save(Ja, "title: ", "title: 新しい ", "A typo", ChangeClass.Typo);
        await _desk.Save(Ja, "title: 新しい ", "title: もっと新しい ", "A minor thing", ChangeClass.Minor);
        Assert.Empty(await Translations.Stale(_desk.Site));
        await _desk.Save(Ja, section.Text, section.Text + "重要です。\n\n", "The limit is now five", ChangeClass.Major);
        var (key, stale) = Assert.Single(await Translations.Stale(_desk.Site));
        Assert.Equal("en", key.Item1.Tag);
        Assert.Equal(["The limit is now five"], stale.What);
        Assert.Equal([section.Id], stale.SectionIds);
    }

    [Fact(DisplayName = "Feature 77: either language may be the source")]
    public async Task English_may_lead()
    {
        var en = _desk.Open(En);
        await _desk.Files.Save(new([new(En, en.Revision, FrontMatterEdit.Set(en.Text, "source-language", "en"))], EditingDesk.Aya, "Lead", ChangeClass.Minor));
        var ja = _desk.Open(Ja);
        await _desk.Files.Save(new([new(Ja, ja.Revision, FrontMatterEdit.Set(ja.Text, "source-language", "en"))], EditingDesk.Aya, "Follow", ChangeClass.Minor));
        await _desk.Save(En, "title: ", "title: New ", "News");
        var task = Assert.Single(await Translations.List(_desk.Site), t => t.Source.Id.Value == Id);
        Assert.Equal((En, Ja), (task.Source.Path, task.TargetPath));
    }

    [Fact(DisplayName = "Feature 76: a text whose author is not ready asks for no translation yet, and says so")]
    public async Task Not_ready_is_said()
    {
        await _desk.Files.Save(new([new("articles/errors/brand-new.ja.md", null, "---\ntitle: 新しい\nsummary: 新しい記事です。\nready-to-translate: false\n---\n\n本文です。\n")], EditingDesk.Aya, "New", ChangeClass.Minor));
        var task = Assert.Single(await Translations.List(_desk.Site), t => t.Source.Id.Value == "brand-new");
        Assert.Equal((TranslationGap.Missing, false, "articles/errors/brand-new.en.md"), (task.Gap, task.IsReady, task.TargetPath));
    }

    [Theory]
    [InlineData("---\ntitle: x\nb: 1\n---\nText\n", "b", "2", "---\ntitle: x\nb: 2\n---\nText\n")]
    [InlineData("---\ntitle: x\n---\nText\n", "b", "2", "---\ntitle: x\nb: 2\n---\nText\n")]
    [InlineData("Text\n", "b", "2", "---\nb: 2\n---\n\nText\n")]
    [InlineData("---\nlist:\n  - a\n  - b\ntitle: x\n---\nb: not here\n", "list", null, "---\ntitle: x\n---\nb: not here\n")]
    [InlineData("---\nlist:\n- a\n- b\ntitle: x\n---\n", "list", null, "---\ntitle: x\n---\n")]
    [InlineData("Text\n", "b", null, "Text\n")]
    public void One_key_of_the_front_matter_changes_and_nothing_else(string text, string key, string? value, string expected) => Assert.Equal(expected, FrontMatterEdit.Set(text, key, value));
}
