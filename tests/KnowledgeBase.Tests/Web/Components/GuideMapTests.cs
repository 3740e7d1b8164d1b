using KnowledgeBase.Content;
using KnowledgeBase.Tests.Content.Guides;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Tests.Web.Components;

public sealed class GuideMapTests
{
    [Theory(DisplayName = "Feature 101: the map shows every node once without overlap, and a line from every question to each of its answers' targets")]
    [InlineData(false)]
    [InlineData(true)]
    public void MapIsWhole(bool isTall)
    {
        var guide = SampleGuide.Read();
        var map = GuideMap.Draw(guide, Locale.Ja, [], isTall);
        var bundles = map.Boxes.Count(b => b.Row.Node is null);
        var bundled = guide.Outcomes.Where(o => guide.Questions.All(q => q.Options.All(a => a.To != o.Id) && q.OtherCode != o.Id) && guide.Questions.Any(q => q.Codes.Values.Contains(o.Id))).Select(o => o.Id).ToList();
        Assert.Equal(guide.Order.Except(bundled).Order(), map.Boxes.Where(b => b.Row is { Node: not null, IsReference: false }).Select(b => b.Row.Node!.Id).Order());
        Assert.Equal(bundled.Count > 0, bundles > 0);
        foreach (var a in map.Boxes)
        {
            Assert.InRange(a.X + a.Width, 0, map.Width);
            Assert.InRange(a.Y + a.Height, 0, map.Height);
            Assert.DoesNotContain(map.Boxes, b => b != a && b.X < a.X + a.Width && a.X < b.X + b.Width && b.Y < a.Y + a.Height && a.Y < b.Y + b.Height);
        }
        foreach (var question in guide.Questions)
        {
            var at = map.Boxes.ToList().FindIndex(b => b.Row.Node == question && !b.Row.IsReference);
            var targets = map.Boxes.Where(b => b.Row.Parent == at && b.Row.Node is not null).Select(b => b.Row.Node!.Id);
            Assert.Empty(question.Options.Select(o => o.To).Except(targets));
        }
        Assert.Equal(map.Boxes.Count(b => b.Row.Parent >= 0), map.Edges.Count);
    }

    [Theory(DisplayName = "The reader's way is drawn through every node that was passed, also to an outcome that only a code leads to")]
    [InlineData(false)]
    [InlineData(true)]
    public void WayIsDrawn(bool isTall)
    {
        var guide = SampleGuide.Read();
        foreach (var (question, code, to) in guide.Questions.SelectMany(q => q.Codes.Select(c => (q, c.Key, c.Value))))
        {
            var position = WalkTo(guide, question.Id, code.Hex);
            if (position.Node.Id != to) continue;
            var map = GuideMap.Draw(guide, Locale.En, position.Way, isTall);
            Assert.Equal(position.Way.Count - 1, map.Edges.Count(e => e.IsOnWay));
            Assert.All(position.Way, id => Assert.Single(map.Boxes, b => b.Row.Node?.Id == id && !b.Row.IsReference));
            return;
        }
        Assert.Fail("The sample guide has no question for a code.");
    }

    private static GuidePosition WalkTo(Guide guide, string question, string answer)
    {
        var open = new Queue<GuidePosition>([GuideWalk.Walk(guide, [])]);
        while (open.TryDequeue(out var at))
        {
            if (at.Node is not Question asked) continue;
            if (asked.Id == question) return GuideWalk.Walk(guide, at.Answers.Items.Append(KeyValuePair.Create(question, answer)));
            foreach (var option in asked.Options) open.Enqueue(GuideWalk.Walk(guide, at.Answers.Items.Append(KeyValuePair.Create(asked.Id, option.Id))));
        }
        throw new InvalidOperationException(question + " cannot be reached.");
    }

    [Theory(DisplayName = "A guide that goes round in a circle is drawn too")]
    [InlineData(false)]
    [InlineData(true)]
    public void CircleIsDrawn(bool isTall)
    {
        var guide = SampleGuide.Of(("one", ["two"]), ("two", ["one", "end"]));
        Assert.Equal(3, GuideMap.Draw(guide, Locale.En, [], isTall).Boxes.Count(b => !b.Row.IsReference));
    }

    [Fact(DisplayName = "A guide of two thousand questions in a row is drawn without exhausting the stack")]
    public void DeepGuideIsDrawn()
    {
        var guide = SampleGuide.Of([.. Enumerable.Range(0, 2000).Select(i => ($"q{i}", new[] { i < 1999 ? $"q{i + 1}" : "end" }))]);
        Assert.Equal(2001, GuideMap.Draw(guide, Locale.En, [], isTall: true).Boxes.Count);
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
