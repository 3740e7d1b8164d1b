using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A layered drawing of a guide from left to right: each node stands one column behind the last node that leads to it.</summary>
public sealed class GuideMap
{
    public const int BoxWidth = 208;
    public const int LineHeight = 19;
    private const int ColumnWidth = BoxWidth + 72;
    private const int Gap = 14;
    private const int Padding = 10;
    private const int Margin = 12;

    private GuideMap(IReadOnlyList<GuideMapBox> boxes, IReadOnlyList<GuideMapEdge> edges)
    {
        (Boxes, Edges) = (boxes, edges);
        Width = boxes.Max(b => b.X) + BoxWidth + Margin;
        Height = boxes.Max(b => b.Y + b.Height) + Margin;
    }

    public IReadOnlyList<GuideMapBox> Boxes { get; }

    public IReadOnlyList<GuideMapEdge> Edges { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>`question`, or the outcome's kind in lower case: one colour each.</summary>
    public static string KindClass(GuideNode node) => node is Outcome outcome ? outcome.Kind.ToString().ToLowerInvariant() : "question";

    public static string Label(GuideNode node, Locale locale) => node is Outcome outcome ? outcome.Title.In(locale) : ((Question)node).Ask.In(locale);

    public static GuideMap Draw(Guide guide, Locale locale)
    {
        var ways = guide.Questions.SelectMany(q => q.Targets.Where(guide.Nodes.ContainsKey).Select(t => (From: q.Id, To: t))).ToList();
        var columns = Columns(guide, ways);
        var boxes = Place(guide, locale, Order(columns, ways));
        var edges = ways.Select(w => Edge(boxes[w.From], boxes[w.To], false)).Concat(
            guide.Outcomes.Where(o => o.Also is not null && boxes.ContainsKey(o.Also)).Select(o => Edge(boxes[o.Id], boxes[o.Also!], true)));
        return new([.. boxes.Values], [.. edges]);
    }

    // Longest way from the start; as many rounds as nodes, so that a broken guide with a cycle ends too.
    private static List<List<string>> Columns(Guide guide, List<(string From, string To)> ways)
    {
        var depth = guide.Order.ToDictionary(id => id, _ => 0);
        for (var round = 0; round < guide.Order.Count; round++)
        {
            var isSettled = true;
            foreach (var (from, to) in ways)
            {
                if (depth[to] > depth[from] || depth[from] + 1 >= guide.Order.Count) continue;
                depth[to] = depth[from] + 1;
                isSettled = false;
            }
            if (isSettled) break;
        }
        return [.. guide.Order.GroupBy(id => depth[id]).OrderBy(g => g.Key).Select(g => g.ToList())];
    }

    // Each node moves beside the middle of the nodes that lead to it: fewer crossings.
    private static List<List<string>> Order(List<List<string>> columns, List<(string From, string To)> ways)
    {
        var sources = ways.ToLookup(w => w.To, w => w.From);
        var place = new Dictionary<string, double>();
        var ordered = new List<List<string>>();
        foreach (var column in columns)
        {
            var sorted = column.OrderBy(id => sources[id].Where(place.ContainsKey).Select(f => place[f]).DefaultIfEmpty(0).Average()).ToList();
            for (var i = 0; i < sorted.Count; i++) place[sorted[i]] = (i + 0.5) / sorted.Count;
            ordered.Add(sorted);
        }
        return ordered;
    }

    private static Dictionary<string, GuideMapBox> Place(Guide guide, Locale locale, List<List<string>> columns)
    {
        var texts = columns.SelectMany(c => c).ToDictionary(id => id, id => MapText.Wrap(Label(guide.Nodes[id], locale), 26, 4));
        int HeightOf(string id) => (texts[id].Count * LineHeight) + (2 * Padding);
        var boxes = new Dictionary<string, GuideMapBox>();
        for (var x = 0; x < columns.Count; x++)
        {
            var y = Margin;
            foreach (var id in columns[x])
            {
                boxes[id] = new(guide.Nodes[id], Margin + (x * ColumnWidth), y, HeightOf(id), texts[id]);
                y += HeightOf(id) + Gap;
            }
        }
        return boxes;
    }

    private static GuideMapEdge Edge(GuideMapBox from, GuideMapBox to, bool isAlso)
    {
        var (y1, y2) = (from.Y + (from.Height / 2), to.Y + (to.Height / 2));
        // A way back or within a column leaves and arrives on the right side.
        var isForward = to.X > from.X;
        var (x1, x2) = (from.X + BoxWidth, isForward ? to.X : to.X + BoxWidth);
        var bend = isForward ? (x2 - x1) / 2 : 44;
        var path = $"M{x1} {y1}C{x1 + bend} {y1} {(isForward ? x2 - bend : x2 + bend)} {y2} {x2} {y2}";
        return new(from.Node.Id, to.Node.Id, path, isAlso);
    }
}
