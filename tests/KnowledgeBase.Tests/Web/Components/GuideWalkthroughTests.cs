using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using KnowledgeBase.Content;
using KnowledgeBase.Web;
using KnowledgeBase.Web.Components.Islands;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Components;

public sealed class GuideWalkthroughTests : ComponentSite
{
    public static TheoryData<string> Languages => ["ja", "en"];

    private BunitNavigationManager Navigation => (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<GuideWalkthrough> Show(string tag, params string[] answers) => Render<GuideWalkthrough>(p => p
        .Add(g => g.GuideId, Guide.Id).Add(g => g.LocaleTag, tag)
        .Add(g => g.Answers, answers.Chunk(2).ToDictionary(a => a[0], a => a[1])));

    private static IElement Answer(IRenderedComponent<GuideWalkthrough> island, string label) =>
        island.FindAll("a.answer").Single(a => a.QuerySelector(".answer-label")!.TextContent == label);

    [Theory(DisplayName = "Feature 44: a question shows every answer as a link with an address of its own")]
    [MemberData(nameof(Languages))]
    public void AnswersAreLinks(string tag)
    {
        var locale = Locale.Find(tag)!;
        var island = Show(tag);
        var question = (Question)Guide.Nodes[Guide.Start];
        Assert.Equal(question.Ask.In(locale), island.One("h1").TextContent);
        Assert.Equal(
            question.Options.Select(o => (o.Label.In(locale), Urls.GuidePosition(locale, Walk(question.Id, o.Id)))),
            island.FindAll("a.answer").Select(a => (a.QuerySelector(".answer-label")!.TextContent, a.GetAttribute("href")!)));
    }

    [Theory(DisplayName = "Feature 48: an outcome names articles and guides to go on with")]
    [MemberData(nameof(Languages))]
    public void OutcomesSendOn(string tag)
    {
        var locale = Locale.Find(tag)!;
        var links = Show(tag, "status", "not-active", "code", "none", "changed", "motherboard").FindAll("section[aria-labelledby=see-also] a");
        Assert.Equal([$"/{tag}/articles/hardware-change-impact#parts", Urls.Guide(locale, Guide.Id)], links.Select(a => a.GetAttribute("href")));
        Assert.Equal(Guide.Title.In(locale), links[1].TextContent);
    }

    [Fact(DisplayName = "Feature 42: an answer moves on in place, keeps the address in step and gives the new question the focus")]
    public void AnswerMovesOn()
    {
        var island = Show("en");
        Answer(island, "Not active").Click();
        Assert.Equal("Which error code is shown?", island.One("h1").TextContent);
        Assert.EndsWith("/en/guides/windows-activation/code?status=not-active&v=" + Guide.Version, Navigation.Uri);
        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact(DisplayName = "Feature 42: a step stays as it is when its address follows, so that a press on its way is heard; another address shows its own")]
    public void TheAddressThatFollowsChangesNothing()
    {
        var island = Show("en");
        Answer(island, "Not active").Click();
        var times = island.RenderCount;
        island.Render(p => p.Add(g => g.Answers, new Dictionary<string, string> { ["status"] = "not-active" }));
        Assert.Equal(times, island.RenderCount);
        island.Render(p => p.Add(g => g.Answers, []));
        Assert.Equal(((Question)Guide.Nodes[Guide.Start]).Ask.In(Locale.En), island.One("h1").TextContent);
    }

    [Fact(DisplayName = "Feature 42: on arrival the focus stays where the page has it")]
    public void ArrivalKeepsTheFocus()
    {
        Show("en", "status", "not-active");
        JSInterop.VerifyNotInvoke("Blazor._internal.domWrapper.focus");
    }

    [Fact(DisplayName = "Feature 45: changing an early answer asks that question again and keeps the later answers")]
    public void ChangeKeepsLaterAnswers()
    {
        var island = Show("en", "status", "not-active", "code", "none", "changed", "nothing");
        Assert.Equal("Ask the support", island.One("h1").TextContent);
        island.One(".trail-change").Click();
        Assert.Equal("What is the state now?", island.One("h1").TextContent);
        Assert.Contains("code=none&changed=nothing", Navigation.Uri);
        Answer(island, "Not active").Click();
        Assert.Equal("Ask the support", island.One("h1").TextContent);
    }

    [Theory(DisplayName = "Feature 46: an outcome lists every answer with a way to change it")]
    [MemberData(nameof(Languages))]
    public void OutcomeListsAnswers(string tag)
    {
        var island = Show(tag, "status", "not-active", "code", "0xC004F211", "changed", "motherboard");
        var rows = island.FindAll(".trail li");
        Assert.Equal(3, rows.Count);
        Assert.Equal("0xC004F211", rows[1].QuerySelector(".trail-answer")!.TextContent);
        Assert.All(rows, r => Assert.StartsWith(Words(tag)["Change"], r.QuerySelector("a")!.TextContent));
    }

    [Theory(DisplayName = "Feature 47: every choice has I don't know, and the page says how to find out")]
    [MemberData(nameof(Languages))]
    public void HelpIsShown(string tag)
    {
        var island = Show(tag);
        Assert.NotNull(island.One(".answer-unknown a"));
        Assert.Equal(Words(tag)["HowToFindOut"], island.One(".help h2").TextContent);
        Assert.Contains("/articles/check-activation-state#settings", island.One(".help a").GetAttribute("href"));
    }

    [Theory(DisplayName = "Feature 48: an outcome shows the article's own steps and leads to the article")]
    [MemberData(nameof(Languages))]
    public void OutcomeShowsTheProcedure(string tag)
    {
        var locale = Locale.Find(tag)!;
        var island = Show(tag, "status", "not-active", "code", "0xC004F211", "changed", "motherboard");
        Assert.Equal($"/{tag}/articles/fix-0xc004f211#steps", island.One(".procedure .more a").GetAttribute("href"));
        var article = Site.ArticleById(locale, "fix-0xc004f211")!;
        var steps = article.Sections.Single(s => s.Id == "steps").Steps;
        Assert.Equal(steps.Select(s => s.Id), island.FindAll(".procedure .step").Select(s => s.Id!));
        Assert.All(island.FindAll(".procedure a"), a => Assert.DoesNotMatch("^#", a.GetAttribute("href")!));
    }

    [Fact(DisplayName = "Feature 48: an outcome that did not help leads to the next branch, whose address remembers it")]
    public void UnsolvedGoesOn()
    {
        var island = Show("en", "status", "not-active", "code", "0xC004F211", "changed", "motherboard");
        island.One(".next-branch").Click();
        Assert.Equal("Ask the support", island.One("h1").TextContent);
        Assert.EndsWith("/support?status=not-active&code=0xC004F211&changed=motherboard&reactivate=no&v=" + Guide.Version, Navigation.Uri);
        Assert.Contains(Words("en")["DidNotHelp"], island.One(".trail").TextContent);
    }

    [Fact(DisplayName = "Feature 48: where the next branch is a question already answered, it is asked again")]
    public void UnsolvedAsksAgain()
    {
        var island = Show("en", "status", "unknown");
        island.One(".next-branch").Click();
        Assert.Equal("What is the state now?", island.One("h1").TextContent);
    }

    [Theory(DisplayName = "Feature 50: a typed code in any form answers the question for the code")]
    [InlineData("0xC004C008")]
    [InlineData(" c004c008 ")]
    [InlineData("０ｘＣ００４Ｃ００８")]
    [InlineData("-1073430520")]
    public void CodeIsRead(string typed)
    {
        var island = Show("ja", "status", "not-active");
        island.One("#guide-code").Change(typed);
        island.One("form").Submit();
        Assert.EndsWith("/ja/guides/windows-activation/key-use?status=not-active&code=0xC004C008&v=" + Guide.Version, Navigation.Uri);
        Assert.NotNull(island.One(".outcome-kind.kind-buy"));
    }

    [Theory(DisplayName = "Feature 42: a text that is no code is announced, and what was typed stays")]
    [MemberData(nameof(Languages))]
    public void UnreadableCodeIsAnnounced(string tag)
    {
        var island = Show(tag, "status", "not-active");
        island.One("#guide-code").Change("hello");
        island.One("form").Submit();
        Assert.Equal(Words(tag)["CodeUnreadable"], island.One("[role=alert]").TextContent);
        Assert.Equal("hello", island.One("#guide-code").GetAttribute("value"));
        Assert.Equal("guide-code-error", island.One("#guide-code").GetAttribute("aria-describedby"));
    }

    [Fact(DisplayName = "Feature 41: without a circuit the code is a plain GET form that carries the other answers")]
    public void CodeFormWorksAlone()
    {
        var form = Show("en", "status", "not-active").One("form");
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal("/en/guides/windows-activation", form.GetAttribute("action"));
        Assert.Equal("not-active", form.QuerySelector("input[type=hidden][name=status]")!.GetAttribute("value"));
        Assert.Equal("code", form.QuerySelector("#guide-code")!.GetAttribute("name"));
    }

    [Fact(DisplayName = "Feature 55: the box for the code refuses a product key")]
    public void ProductKeyIsRefused()
    {
        var pattern = "^(?:" + Show("en", "status", "not-active").One("#guide-code").GetAttribute("pattern") + ")$";
        Assert.Matches(pattern, "0xC004F213");
        Assert.DoesNotMatch(pattern, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE");
    }

    [Theory(DisplayName = "Feature 53: a question says how many are left")]
    [MemberData(nameof(Languages))]
    public void ProgressIsShown(string tag)
    {
        var left = Walk().Left;
        var about = (left.Fewest + left.Most + 1) / 2;
        Assert.Equal(Words(tag).Format("QuestionsLeft", about), Show(tag).One(".progress span").TextContent);
    }

    [Fact(DisplayName = "Feature 60: an outcome is a note for a ticket in both languages: answers, codes, what was tried, procedure, link")]
    public void OutcomeIsANote()
    {
        var island = Show("ja", "status", "not-active", "code", "0xC004F211", "changed", "motherboard", "reactivate", "no");
        var notes = island.FindAll("[data-note]");
        Assert.Equal(["ja", "en"], notes.Select(n => n.GetAttribute("lang")!));
        foreach (var (note, locale) in notes.Zip(Locale.All))
        {
            var outcome = (Outcome)Guide.Nodes["support"];
            var text = note.TextContent;
            foreach (var step in Walk("status", "not-active", "code", "0xC004F211", "changed", "motherboard", "reactivate", "no").Path)
                Assert.Contains($"{step.Question.Ask.In(locale)} → {step.Option?.Label.In(locale) ?? "0xC004F211"}", text, StringComparison.Ordinal);
            Assert.Contains(Words(locale.Tag).Format("NoteTried", ((Outcome)Guide.Nodes["reactivate"]).Title.In(locale)), text, StringComparison.Ordinal);
            Assert.Contains(outcome.Title.In(locale), text, StringComparison.Ordinal);
            Assert.Contains($"http://localhost/g/windows-activation?status=not-active&code=0xC004F211&changed=motherboard&reactivate=no&v={Guide.Version}", text, StringComparison.Ordinal);
            Assert.Contains($"http://localhost/{locale.Tag}/articles/", text, StringComparison.Ordinal);
        }
    }

    [Fact(DisplayName = "Feature 49: every question takes a pasted text by a form that sends it in its body and keeps the answers so far")]
    public void QuestionsTakePastedText()
    {
        var form = Show("en", "status", "not-active").One(".paste form");
        Assert.Equal(("post", "/en/guides/windows-activation/pasted"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Contains("status=not-active", form.QuerySelector("input[name=answers]")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Every node of the guide can be shown in both languages")]
    public void EveryNodeCanBeShown()
    {
        foreach (var test in Site.Content.GuideTests)
            foreach (var locale in Locale.All)
            {
                var island = Show(locale.Tag, [.. test.Answers.SelectMany(a => new[] { a.Key, a.Value })]);
                var node = Guide.Nodes[test.Expect];
                Assert.Equal(node is Outcome o ? o.Title.In(locale) : ((Question)node).Ask.In(locale), island.One("h1").TextContent);
            }
    }
}
