using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Desk;

namespace KnowledgeBase.Tests.Site.Desk;

public sealed class DeskLinkTests
{
    private static readonly SiteSnapshot s_sample =
        SiteBuilder.Build([.. ContentFolder.Read(Repository.At("tests", "data", "site")).Select(f => f.Content)], null, TimeProvider.System);

    [Theory(DisplayName = "Feature 56: an address of a page is read back, whoever copied it and from wherever")]
    [InlineData("/ja/articles/fix-0xc004f211#steps", "/a/fix-0xc004f211", "steps")]
    [InlineData("https://kb.example/en/articles/fix-0xc004f211?os=windows-10#steps", "/a/fix-0xc004f211", "steps")]
    [InlineData(" /a/hardware-change-impact ", "/a/hardware-change-impact", null)]
    [InlineData("/articles/hardware-change-impact#none", "/a/hardware-change-impact", null)]
    [InlineData("/en/codes/c004f211#oem", "/c/0xC004F211", "oem")]
    [InlineData("ｃ００４ｆ２１３", "/c/0xC004F213", null)]
    [InlineData("/go/0xC004F213?lang=ja", "/c/0xC004F213", null)]
    [InlineData("/ja/guides/windows-activation", "/g/windows-activation", null)]
    public void AddressesAreRead(string address, string neutral, string? anchor)
    {
        var target = LinkTarget.Read(s_sample, address);
        Assert.Equal((neutral, anchor), (target?.Short, target?.Anchor));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("motherboard")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example/ja/codes/0xC004F213x")]
    [InlineData("/ja/search?q=x")]
    [InlineData("/desk")]
    public void Other_texts_are_no_address(string? text) => Assert.Null(LinkTarget.Read(s_sample, text));

    [Fact]
    public void Titles_cannot_end_a_link()
    {
        var link = new LinkForms("a]b[c\\<script>\"&", "https://kb.example/a/x(1)");
        Assert.Equal("[a\\]b\\[c\\\\<script>\"&](https://kb.example/a/x%281%29)", link.Markdown);
        Assert.Equal("<a href=\"https://kb.example/a/x(1)\">a]b[c\\&lt;script&gt;&quot;&amp;</a>", link.Html);
    }

    [Fact(DisplayName = "Feature 58: a shortest way leads to every outcome that answers can reach")]
    public void WaysLead()
    {
        foreach (var guide in s_sample.Content.Guides)
            foreach (var outcome in guide.Outcomes)
                if (GuideWay.To(guide, outcome.Id) is { } way) Assert.Equal(outcome.Id, GuideWalk.Walk(guide, way).Node.Id);
        var sample = s_sample.Guide("windows-activation")!;
        Assert.Contains(sample.Outcomes, o => GuideWay.To(sample, o.Id) is { Count: > 0 });
        Assert.Null(GuideWay.To(sample, "none"));
        Assert.Empty(GuideWay.To(sample, sample.Start)!);
    }

    [Fact(DisplayName = "Feature 71: what links to an article and to a code is found in articles, codes and guides")]
    public void LinksAreFound()
    {
        var check = s_sample.ArticleForReader(Locale.Ja, "check-activation-state")!;
        var pages = InboundLink.To(s_sample.Content, check, Locale.Ja);
        Assert.Contains(pages, p => p.Code?.Code.Hex == "0xC004F213");
        Assert.DoesNotContain(pages, p => p.Article?.Id == check.Id);
        var code = s_sample.Content.Codes.Single(c => c.Code.Hex == "0xC004F213");
        Assert.Contains(InboundLink.To(s_sample.Content, code, Locale.En), p => p.Code?.Code.Hex == "0xC004F211");
        Assert.DoesNotContain(InboundLink.To(s_sample.Content, code, Locale.En), p => p.Code == code);
    }

    [Fact(DisplayName = "Feature 69: votes of both languages and all texts make one rate; votes on what is gone make none")]
    public void RatesAreCounted()
    {
        var code = s_sample.Content.Codes.Single(c => c.Code.Hex == "0xC004F213");
        VoteCount Votes(string page, string locale, string revision, long yes, long no) => new(page, locale, revision, yes, no, new Dictionary<VoteReason, long>());
        VoteCount[] votes = [Votes("code/0xC004F213", "ja", code.Revision, 3, 1), Votes("code/0xC004F213", "en", "old", 0, 4), Votes("article/gone", "en", "x", 0, 99), Votes("code/0xC004F211", "ja", "y", 1, 0)];
        var rates = SuccessRate.All(s_sample, votes, []);
        Assert.Equal(["code/0xC004F213", "code/0xC004F211"], rates.Select(r => r.Subject.Key));
        Assert.Equal((3, 5, 0.375, 4), (rates[0].Helpful, rates[0].Unhelpful, rates[0].Share, rates[0].Current));
        Assert.Null(SuccessRate.Of(s_sample, DeskSubject.Of(code), [], []).Share);
    }

    [Fact(DisplayName = "Feature 69: ends of guided checks are told beside the votes, for the outcome and for the article it leads to; those of an older guide are not")]
    public void EndsAreCounted()
    {
        var guide = s_sample.Guide("windows-activation")!;
        var outcome = guide.Outcomes.First(o => o.Also is not null);
        var article = outcome.Procedure.Split('#')[0];
        var others = guide.Outcomes.Where(o => o != outcome && o.Procedure.Split('#')[0] == article).ToList();
        GuideCount[] ends =
        [
            new(guide.Id, guide.Version, outcome.Id, GuideMove.Shown, 7), new(guide.Id, guide.Version, outcome.Id, GuideMove.Unsolved, 2), new(guide.Id, "older", outcome.Id, GuideMove.Shown, 50),
            new(guide.Id, guide.Version, guide.Order[0], GuideMove.Shown, 90), .. others.Select(o => new GuideCount(guide.Id, guide.Version, o.Id, GuideMove.Shown, 1)),
        ];
        var rates = SuccessRate.All(s_sample, [], ends);
        var here = rates.Single(r => r.Subject.Key == $"outcome/{guide.Id}/{outcome.Id}");
        Assert.Equal((7, 2, null), (here.Ended, here.WentOn, here.Share));
        var page = rates.Single(r => r.Subject.Key == "article/" + article);
        Assert.Equal((7 + others.Count, 2), (page.Ended, page.WentOn));
        Assert.Equal(0, rates.Sum(r => r.Votes));
        Assert.Equal(rates.Max(r => r.WentOn), rates[0].WentOn);
        Assert.DoesNotContain(rates, r => r.Ended == 0);
    }

    [Fact(DisplayName = "Feature 64: a section that one language lacks stands where it belongs, and a text that looks like an attribute stays as it is")]
    public void SectionsAreAligned()
    {
        var rows = ParallelText.Of(s_sample, "fix-0xc004f211");
        Assert.Equal(s_sample.ArticleById(Locale.Ja, "fix-0xc004f211")!.Sections.Select(s => s.Id), rows.Where(r => r.Id is not null).Select(r => r.Id));
        var alone = ParallelText.Of(s_sample, "check-activation-state");
        Assert.All(alone, r => Assert.Null(r.Texts[1].Html));
        Assert.Contains(" id=\"ja-", alone[^1].Texts[0].Html, StringComparison.Ordinal);
    }
}
