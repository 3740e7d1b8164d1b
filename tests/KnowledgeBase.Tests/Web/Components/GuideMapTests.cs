using KnowledgeBase.Content;
using KnowledgeBase.Tests.Content.Guides;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Tests.Web.Components;

public sealed class GuideMapTests
{
    [Fact(DisplayName = "Feature 101: the map shows every node once, without overlap, and every way from left to right")]
    public void MapIsWhole()
    {
        var guide = SampleGuide.Read();
        var map = GuideMap.Draw(guide, Locale.Ja);
        Assert.Equal(guide.Order.Order(), map.Boxes.Select(b => b.Node.Id).Order());
        foreach (var a in map.Boxes)
        {
            Assert.InRange(a.X + GuideMap.BoxWidth, 0, map.Width);
            Assert.InRange(a.Y + a.Height, 0, map.Height);
            Assert.DoesNotContain(map.Boxes, b => b != a && b.X == a.X && b.Y < a.Y + a.Height && a.Y < b.Y + b.Height);
        }
        var left = map.Boxes.ToDictionary(b => b.Node.Id, b => b.X);
        Assert.All(map.Edges.Where(e => !e.IsAlso), e => Assert.True(left[e.From] < left[e.To], $"{e.From} → {e.To}"));
        Assert.Equal(guide.Questions.SelectMany(q => q.Targets.Select(t => (q.Id, t))).Order(), map.Edges.Where(e => !e.IsAlso).Select(e => (e.From, e.To)).Order());
    }

    [Fact(DisplayName = "A guide that goes round in a circle is drawn too")]
    public void CircleIsDrawn()
    {
        var guide = SampleGuide.Of(("one", ["two"]), ("two", ["one", "end"]));
        Assert.Equal(3, GuideMap.Draw(guide, Locale.En).Boxes.Count);
    }

    [Theory(DisplayName = "Text on the map breaks between words, or between Japanese characters, and ends in … when it is too long")]
    [InlineData("Which error code is shown on the screen?", "Which error code is shown|on the screen?")]
    [InlineData("画面に表示されているエラー コードはどれですか。", "画面に表示されているエラー|コードはどれですか。")]
    [InlineData("", "")]
    public void TextIsBroken(string text, string lines) => Assert.Equal(lines, string.Join('|', MapText.Wrap(text, 26, 4)));

    [Fact]
    public void LongTextEndsWithAnEllipsis()
    {
        var lines = MapText.Wrap(string.Concat(Enumerable.Repeat("長い文", 60)), 26, 3);
        Assert.Equal(3, lines.Count);
        Assert.EndsWith("…", lines[2]);
        Assert.All(lines, l => Assert.True(MapText.Width(l) <= 26));
    }
}
