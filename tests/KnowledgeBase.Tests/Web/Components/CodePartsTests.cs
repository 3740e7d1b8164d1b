using Bunit;
using KnowledgeBase.Content;
using KnowledgeBase.Web;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Tests.Web.Components;

public sealed class CodePartsTests : ComponentSite
{
    public static TheoryData<string, string> Entries
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var code in TestContentCodes)
                foreach (var locale in Locale.All) data.Add(code, locale.Tag);
            return data;
        }
    }

    private static string[] TestContentCodes => ["0xC004F211", "0xC004F213", "0xC004C008", "0xC004F00F"];

    [Theory(DisplayName = "Features 14, 18: a code page answers first: code, title, meaning, first action, the guide with the code answered, and whether it is retired")]
    [MemberData(nameof(Entries))]
    public void AnswerComesFirst(string code, string tag)
    {
        var (entry, locale) = (Entry(code), Locale.Find(tag)!);
        var part = Render<CodeAnswer>(p => p.Add(c => c.Entry, entry).Add(c => c.Locale, locale));
        Assert.Equal(code, part.One(".code-name code").TextContent);
        Assert.Equal(entry.Title.In(locale), part.One("h1").TextContent);
        Assert.Equal(entry.Meaning.In(locale), part.One(".lead").TextContent);
        Assert.Equal(entry.First is null ? [] : [entry.First.Text.In(locale)], part.FindAll(".action-text").Select(a => a.TextContent));
        Assert.Equal(
            entry.Guide is null ? [] : [Urls.GuideWith(locale, entry.Guide.GuideId, entry.Guide.Answers)],
            part.FindAll(".action-more a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(entry.Status == CodeStatus.Retired, part.FindAll(".banner").Count == 1);
        Assert.Equal(entry.Evidence != Evidence.Documented, part.FindAll(".evidence").Count == 1);
    }

    [Theory(DisplayName = "Features 15-17: all cases stand side by side, with every written form and the places where the code appears")]
    [MemberData(nameof(Entries))]
    public void CasesAndFormsAreShown(string code, string tag)
    {
        var (entry, locale) = (Entry(code), Locale.Find(tag)!);
        var part = Render<CodeDetails>(p => p.Add(c => c.Entry, entry).Add(c => c.Locale, locale).Add(c => c.Site, Site));
        Assert.Equal(entry.Cases.Select(c => (c.Id, c.Who.In(locale))), part.FindAll(".case").Select(c => (c.Id!, c.QuerySelector("h3")!.TextContent)));
        Assert.Equal(entry.Cases.Sum(c => c.Channels.Count), part.FindAll(".case .tag").Count);
        var forms = part.FindAll(".forms code").Select(f => f.TextContent).ToList();
        Assert.Equal([entry.Code.Hex, $"{entry.Code.Value}", $"{entry.Code.Signed}", .. entry.Symbol is { } s ? [s] : Array.Empty<string>()], forms);
        Assert.Equal(entry.Appears.Select(a => a.In(locale)), part.FindAll(".plain li").Select(l => l.TextContent));
        Assert.Equal(entry.ConfusedWith.Select(c => Urls.Code(locale, c.Code)), part.FindAll(".confused dt a").Select(a => a.GetAttribute("href")!));
    }

    [Fact(DisplayName = "Feature 12: an unknown code is decoded: severity, facility, number")]
    public void UnknownCodeIsDecoded()
    {
        Assert.True(ErrorCode.TryParse("0xC004F2FE", out var code));
        var text = Render<CodeForms>(p => p.Add(c => c.Code, code).Add(c => c.Bits, true).Add(c => c.Locale, Locale.En)).One("dl").TextContent;
        Assert.Contains("Error", text);
        Assert.Contains("4 (", text);
        Assert.Contains("62206", text);
    }

    private CodeEntry Entry(string code) => ErrorCode.TryParse(code, out var parsed) ? Site.Code(parsed)! : throw new ArgumentException(code);
}
