using System.Net;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class ReadingTests(SampleHost site)
{
    [Fact(DisplayName = "Feature 31: a page that is not translated yet stands under a banner in the reader's language, marked as the language it is in")]
    public async Task UntranslatedPages()
    {
        using var answer = await site.GetRaw("/en/articles/check-activation-state");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Matches("class=\"banner\"[^>]*>[^<]*Japanese", page);
        Assert.Matches("<header lang=\"ja\">\\s*<h1>", page);
        Assert.Contains("<div class=\"prose\" lang=\"ja\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("class=\"banner\"[^>]*>[^<]*Japanese", await site.Text("/en/articles/hardware-change-impact"));
    }

    [Fact(DisplayName = "Feature 38: a procedure says on which system, when and by whom it was tried, or that nobody has yet")]
    public async Task VerifiedOrNot()
    {
        static string Procedure(string keys) => $"---\ntitle: A procedure\nsummary: A procedure.\napplies-to: {{os: [windows-11]}}\nready-to-translate: false\n{keys}---\n\n## Steps {{#steps}}\n\n::: steps\n1. Do it. {{#do time=1m}}\n:::\n";
        string[] paths = ["articles/hardware/tried.en.md", "articles/hardware/untried.en.md"];
        site.Content.Write(paths[0], Procedure("verified: {on: Windows 11 24H2, date: 2026-10-02, by: Aya Tanaka}\n"));
        site.Content.Write(paths[1], Procedure(""));
        try
        {
            Assert.True(site.Rebuilder.Refresh());
            var page = await site.Text("/en/articles/tried");
            foreach (var words in new[] { "Verified on", "Windows 11 24H2", "2 October 2026", "Aya Tanaka" }) Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains("Not yet on a live PC", await site.Text("/en/articles/untried"), StringComparison.Ordinal);
        }
        finally
        {
            foreach (var path in paths) site.Content.Delete(path);
            site.Rebuilder.Refresh();
        }
    }

    [Fact(DisplayName = "Feature 103: as it comes, the site is one process, and all that it keeps lies in its data folder")]
    public void OneProcess()
    {
        Assert.IsType<SqliteVisitorStore>(site.Services.GetRequiredService<IVisitorStore>());
        Assert.IsType<SqliteAccountStore>(site.Services.GetRequiredService<IAccountStore>());
        Assert.IsType<SqliteNoteStore>(site.Services.GetRequiredService<INoteStore>());
        Assert.IsType<SqliteEventStore>(site.Services.GetRequiredService<IEventStore>());
        Assert.IsType<SqliteDraftStore>(site.Services.GetRequiredService<IDraftStore>());
        Assert.IsType<SqliteLinkStore>(site.Services.GetRequiredService<ILinkStore>());
        Assert.IsType<SqliteWebhookStore>(site.Services.GetRequiredService<IWebhookStore>());
        Assert.IsType<OnlyReplica>(site.Services.GetRequiredService<IReplicaNotices>());
    }
}
