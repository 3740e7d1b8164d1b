using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A guide drawn as a tree: from left to right for wide screens, indented from top to bottom for phones.</summary>
public sealed class GuideMap
{
    public const int LineHeight = 18;
    public const int Padding = 9;

    /// <summary>Below a box's upper edge, in pixels: where its lines arrive.</summary>
    public const int Port = 19;
    private const int Margin = 10;
    private const int Gap = 8;
    private const int Indent = 16;
    private const int MostIndents = 8;
    private const int ColumnWidth = 190;
    private const int ColumnGap = 32;

    // Nothing stands to the right of an end.
    private const int LeafWidth = 330;
    private const int TallWidth = 360;
    private readonly List<GuideMapBox> _boxes = [];
    private readonly List<GuideMapEdge> _edges = [];
    private readonly IReadOnlyList<GuideTreeRow> _rows;
    private readonly bool _isTall;

    private GuideMap(IReadOnlyList<GuideTreeRow> rows, bool isTall) => (_rows, _isTall) = (rows, isTall);

    public IReadOnlyList<GuideMapBox> Boxes => _boxes;

    /// <summary>Those on the reader's way come last: they are drawn on top.</summary>
    public IReadOnlyList<GuideMapEdge> Edges => _edges;

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>`question`, or the outcome's kind in lower case: one colour each.</summary>
    public static string KindClass(GuideNode node) => KindClass((node as Outcome)?.Kind);

    public static string KindClass(OutcomeKind? kind) => kind?.ToString().ToLowerInvariant() ?? "question";

    public static string Label(GuideNode node, Locale locale) => node is Outcome outcome ? outcome.Title.In(locale) : ((Question)node).Ask.In(locale);

    /// <param name="way">Nodes that the reader's answers passed, in order; may be empty.</param>
    public static GuideMap Draw(Guide guide, Locale locale, IReadOnlyList<string> way, bool isTall)
    {
        var map = new GuideMap(GuideTree.Rows(guide, locale, way), isTall);
        map.Place();
        map.Width = isTall ? TallWidth : map._boxes.Max(b => b.X + b.Width) + Margin;
        map.Height = map._boxes.Max(b => b.Y + b.Height) + Margin;
        map.Connect(way);
        return map;
    }

    // Rows stand in reading order. Wide: the first child stands beside its parent, every other row below what stands there already.
    private void Place()
    {
        var (y, bottom) = (Margin, 0);
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            var x = Margin + (_isTall ? Math.Min(row.Depth, MostIndents) * Indent : row.Depth * (ColumnWidth + ColumnGap));
            var width = _isTall ? TallWidth - Margin - 14 - x : row.Node is Question && !row.IsReference ? ColumnWidth : LeafWidth;
            // Letters of 13 and 14 pixels; a Latin one is half as wide as a kanji.
            var letters = (width - (2 * Padding)) * 2 / (_isTall ? 13 : 14);
            var via = row.Via.Length == 0 ? "" : MapText.Wrap(row.Via, letters + 2, 1)[0];
            var lines = MapText.Wrap(row.Text, letters - (row.IsReference ? 2 : 0), row.IsReference ? 1 : 4);
            var height = ((lines.Count + (via.Length > 0 ? 1 : 0)) * LineHeight) + (2 * Padding);
            if (!_isTall && i > 0 && row.Parent == i - 1 && row.Depth > 0) y = _boxes[i - 1].Y;
            _boxes.Add(new(row, x, y, width, height) { Via = via, Lines = lines });
            bottom = Math.Max(bottom, y + height);
            y = bottom + Gap;
        }
    }

    private void Connect(IReadOnlyList<string> way)
    {
        var own = _boxes.Where(b => b.Row is { Node: not null, IsReference: false }).ToDictionary(b => b.Row.Node!.Id);
        var steps = way.Zip(way.Skip(1)).ToHashSet();
        foreach (var box in _boxes.Where(b => b.Row.Parent >= 0))
        {
            var parent = _boxes[box.Row.Parent];
            var isOnWay = !box.Row.IsReference && box.Row.Node is { } node && steps.Remove((parent.Row.Node!.Id, node.Id));
            _edges.Add(new(Branch(parent, box), isOnWay));
        }
        foreach (var (from, to) in steps)
            if (own.TryGetValue(from, out var a) && own.TryGetValue(to, out var b)) _edges.Add(new(Jump(a, b), true));
        _edges.Sort((a, b) => a.IsOnWay.CompareTo(b.IsOnWay));
    }

    private string Branch(GuideMapBox from, GuideMapBox to) => _isTall
        ? $"M{from.X + 8} {from.Y + from.Height}V{to.Middle}H{to.X}"
        : $"M{from.X + from.Width} {from.Middle}H{to.X - (ColumnGap / 2)}V{to.Middle}H{to.X}";

    // From the right side of one box to the right side of the other, or on to its left side where it stands further right.
    private string Jump(GuideMapBox from, GuideMapBox to)
    {
        var (x1, x2) = (from.X + from.Width, to.X > from.X && !_isTall ? to.X : to.X + to.Width);
        var bend = _isTall ? 14 : ColumnGap;
        return $"M{x1} {from.Middle}C{x1 + bend} {from.Middle} {(x2 == to.X ? x2 - bend : x2 + bend)} {to.Middle} {x2} {to.Middle}";
    }
}
