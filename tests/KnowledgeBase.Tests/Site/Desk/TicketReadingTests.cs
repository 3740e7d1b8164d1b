using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Desk;

public sealed class TicketReadingTests
{
    private static readonly SiteSnapshot s_sample = Build("tests", "data", "site");

    [Theory(DisplayName = "Feature 59: the text of a ticket gives its codes, the articles that fit and the position of the guided check")]
    [InlineData("ja", "お世話になっております。マザーボードを交換したら 0xC004F211 が表示され、認証できません。よろしくお願いします。")]
    [InlineData("en", "Hi team, after the motherboard was replaced my PC says (error 0xc004f211). Can you help? Thanks")]
    public void TicketsAreRead(string language, string text)
    {
        var read = TicketReading.Read(s_sample, text);
        Assert.Equal(language, read.Language.Tag);
        Assert.Equal(["0xC004F211"], read.Codes.Select(m => m.Code.Hex));
        Assert.Equal("fix-0xc004f211", read.Articles[0].Id);
        var position = Assert.Single(read.Positions);
        Assert.Equal("0xC004F211", position.Answers["code"]);
        Assert.Equal("not-active", position.Answers["status"]);
        Assert.NotNull(read.Best(s_sample));
    }

    [Fact(DisplayName = "Feature 59: articles about the site itself answer no customer")]
    public void ArticlesForEditorsAreLeftOut()
    {
        const string ticket = "After the motherboard was replaced my PC says 0xC004F211.";
        using var content = TempContent.CopyOf("tests", "data", "site");
        Assert.Equal("fix-0xc004f211", TicketReading.Read(Of(content), ticket).Articles[0].Id);
        content.Change("categories.yaml", "- id: errors", "- id: errors\n  about-site: true");
        var articles = TicketReading.Read(Of(content), ticket).Articles;
        Assert.NotEmpty(articles);
        Assert.DoesNotContain(articles, a => a.Id == "fix-0xc004f211");

        static SiteSnapshot Of(TempContent content) => SiteBuilder.Build([.. ContentFolder.Read(content.Folder).Select(f => f.Content)], null, TimeProvider.System);
    }

    [Fact(DisplayName = "Features 59, 109: keys and installation ids in a ticket are masked before anything is shown or searched")]
    public void SecretsAreMasked()
    {
        var read = TicketReading.Read(s_sample, "My key is ABCDE-12345-FGHIJ-67890-KLMNO and the id 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567, error 0xC004C008.");
        Assert.True(read.HeldSecret);
        Assert.DoesNotContain("12345", read.Text, StringComparison.Ordinal);
        Assert.Equal(["0xC004C008"], read.Codes.Select(m => m.Code.Hex));
    }

    [Theory(DisplayName = "Feature 58: the system that a ticket names opens its variant; of several none does")]
    [InlineData("We use Windows 11 Pro", "windows-11")]
    [InlineData("ｗｉｎｄｏｗｓ１０です", "windows-10")]
    [InlineData("win7", "windows-7")]
    [InlineData("Windows 10 to Windows 11", null)]
    [InlineData("Windows 2000", null)]
    [InlineData("Windows 110", null)]
    public void SystemsAreNamed(string text, string? os) => Assert.Equal(os, TicketReading.Read(s_sample, text).Os);

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    public void An_empty_ticket_says_nothing(string text)
    {
        var read = TicketReading.Read(s_sample, text);
        Assert.Empty(read.Codes);
        Assert.Empty(read.Articles);
        Assert.Null(read.Best(s_sample));
    }

    [Fact]
    public void A_long_ticket_is_read_in_parts_only() =>
        Assert.InRange(TicketReading.Read(s_sample, new string('あ', 500_000) + " 0xC004F213").Text.Length, 1, TicketReading.Longest);

    [Fact(DisplayName = "Every subject of the desk is found by its key, and nothing else is")]
    public void SubjectsAreFound()
    {
        var all = DeskSubject.All(s_sample).ToList();
        Assert.Equal(["article", "code", "outcome"], all.Select(s => s.Key.Split('/')[0]).Distinct());
        Assert.All(all, s => Assert.Equal(s, DeskSubject.Find(s_sample, s.Key)));
        Assert.All(all, s => Assert.NotEmpty(s.Title(s_sample, Locale.En)));
        foreach (var key in new[] { null, "", "article", "article/none", "code/0xC0000000", "outcome/windows-activation", "outcome/windows-activation/status", "../article/x" })
            Assert.Null(DeskSubject.Find(s_sample, key));
    }

    private static SiteSnapshot Build(params string[] folder) =>
        SiteBuilder.Build([.. ContentFolder.Read(Repository.At(folder)).Select(f => f.Content)], null, TimeProvider.System);
}
