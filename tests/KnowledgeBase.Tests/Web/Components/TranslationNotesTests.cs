using Bunit;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Tests.Web.Components;

public sealed class TranslationNotesTests : ComponentSite
{
    [Fact(DisplayName = "Feature 32: readers of a stale translation are told when and what changed, with links to the sections and the original")]
    public void A_stale_translation_says_what_changed()
    {
        var article = Site.ArticleById(Locale.En, "hardware-change-impact")!;
        var site = Site.With(new Dictionary<(Locale, string), StaleTranslation>
        {
            [(Locale.En, article.Id.Value)] = new(new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), ["The limit is now five <b>"], ["parts"]),
        });
        var shown = Render<TranslationNotes>(p => p.Add(x => x.Locale, Locale.En).Add(x => x.Article, article).Add(x => x.Site, site));
        Assert.Contains("20 November 2026", shown.Markup);
        Assert.Contains("The limit is now five &lt;b&gt;", shown.Markup);
        Assert.Contains($"<a href=\"#parts\">{article.Sections.Single(s => s.Id == "parts").Heading}</a>", shown.Markup);
        Assert.Contains("<a href=\"/ja/articles/hardware-change-impact\" hreflang=\"ja\">", shown.Markup);
        Assert.Equal("", Render<TranslationNotes>(p => p.Add(x => x.Locale, Locale.En).Add(x => x.Article, article).Add(x => x.Site, Site)).Markup.Trim());
    }

    [Fact(DisplayName = "Feature 97: text by a machine says so to readers")]
    public void Machine_text_says_so()
    {
        var article = Site.ArticleById(Locale.En, "hardware-change-impact")!;
        var machine = article with { FrontMatter = article.FrontMatter with { MachineTranslated = true } };
        Assert.Contains(Words("en")["TranslatedByMachine"], Render<TranslationNotes>(p => p.Add(x => x.Locale, Locale.En).Add(x => x.Article, machine).Add(x => x.Site, Site)).Markup);
    }
}
