namespace KnowledgeBase.Content;

/// <summary>Feature 102: every way through a guide, for people who check facts.</summary>
public static class GuidePaths
{
    /// <summary>Most ways that are listed.</summary>
    public const int Most = 20_000;

    /// <summary>Each way from the start to an outcome, depth first in the order of the file. A node is passed once in a way, so a broken
    /// guide with a cycle ends too.</summary>
    public static IReadOnlyList<GuidePath> Of(Guide guide)
    {
        var found = new List<GuidePath>();
        Walk(guide, guide.Start, [], found);
        return found;
    }

    /// <summary>Feature 100: each edge with the tests that pass it.</summary>
    public static IReadOnlyList<(GuideEdge Edge, IReadOnlyList<string> Tests)> Covered(Guide guide, IEnumerable<GuideTest> tests)
    {
        var walks = tests.Where(t => t.GuideId == guide.Id).Select(t => (t.Name, GuideWalk.Walk(guide, t.Answers).Path)).ToList();
        return [.. GuideEdge.Of(guide).Select(e => (e, (IReadOnlyList<string>)[.. walks.Where(w => w.Path.Any(s => s.Question.Id == e.From.Id && e.IsTakenBy(s.Answer))).Select(w => w.Name)]))];
    }

    private static void Walk(Guide guide, string at, List<GuideEdge> way, List<GuidePath> found)
    {
        if (found.Count == Most || !guide.Nodes.TryGetValue(at, out var node)) return;
        if (node is Outcome outcome) found.Add(new([.. way], outcome));
        if (node is not Question question || way.Any(e => e.From.Id == at)) return;
        foreach (var edge in GuideEdge.Of(question))
        {
            way.Add(edge);
            Walk(guide, edge.To, way, found);
            way.RemoveAt(way.Count - 1);
        }
    }
}
