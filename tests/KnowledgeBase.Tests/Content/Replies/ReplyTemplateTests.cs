using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Content.Replies;

public sealed class ReplyTemplateTests
{
    private static readonly ReplyTemplate s_code = new()
    {
        Id = "code", Path = "replies/code.yaml", Title = new("返信", "Reply"), For = ReplySubject.Code,
        Body = new("{code}です。\n\n{first}\n{link}", "{code} means {title}.\n\nFirst: {first}\n{link}"),
    };

    [Fact(DisplayName = "Feature 61: a reply is filled in; a line with nothing to say is left out")]
    public void RepliesAreFilled()
    {
        var values = new Dictionary<string, string> { ["code"] = "0xC004F213", ["title"] = "no key", ["link"] = "https://kb.example/c/0xC004F213" };
        Assert.Equal("0xC004F213 means no key.\n\nhttps://kb.example/c/0xC004F213", s_code.Fill(Locale.En, values));
        Assert.Equal("0xC004F213です。\n\nhttps://kb.example/c/0xC004F213", s_code.Fill(Locale.Ja, values));
    }

    [Fact]
    public void What_is_filled_in_is_not_filled_again() =>
        Assert.Contains("means {link}.", s_code.Fill(Locale.En, new Dictionary<string, string> { ["title"] = "{link}", ["link"] = "x" }), StringComparison.Ordinal);

    [Fact(DisplayName = "Feature 61: of the replies that fit, the one written for this very outcome comes first, then the one for its kind")]
    public void TheNearestReplyComesFirst()
    {
        ReplyTemplate Outcome(string id, OutcomeKind[] kinds, string[] only) => s_code with { Id = id, For = ReplySubject.Outcome, Kinds = kinds, Only = only };
        ReplyTemplate[] all = [Outcome("any", [], []), Outcome("self", [OutcomeKind.Self], []), Outcome("buy", [OutcomeKind.Buy], []), Outcome("this", [], ["g/end"]), Outcome("that", [], ["g/other"]), s_code];
        Assert.Equal(["this", "self", "any"], ReplyTemplate.Fitting(all, ReplySubject.Outcome, "g/end", OutcomeKind.Self).Select(t => t.Id));
        Assert.Equal(["code"], ReplyTemplate.Fitting(all, ReplySubject.Code, "0xC004F213").Select(t => t.Id));
    }

    [Fact(DisplayName = "Feature 61: the site's own replies cover every kind of outcome, articles and codes, in both languages")]
    public void OurRepliesAreComplete()
    {
        var content = ContentReader.Read([.. ContentFolder.Read(Repository.At("content")).Select(f => f.Content)]);
        foreach (var kind in Enum.GetValues<OutcomeKind>()) Assert.NotEmpty(ReplyTemplate.Fitting(content.Replies, ReplySubject.Outcome, "", kind));
        Assert.NotEmpty(ReplyTemplate.Fitting(content.Replies, ReplySubject.Article, ""));
        Assert.NotEmpty(ReplyTemplate.Fitting(content.Replies, ReplySubject.Code, ""));
        Assert.All(content.Replies, r => Assert.True(r.Body.IsComplete && r.Title.IsComplete, r.Path));
    }
}
