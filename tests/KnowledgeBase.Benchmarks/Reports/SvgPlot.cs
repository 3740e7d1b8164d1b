using System.Globalization;
using System.Net;
using System.Text;

namespace KnowledgeBase.Benchmarks.Reports;

/// <summary>Panels side by side, both axes logarithmic, each line named at its end. Colours follow the reader's light or dark setting.</summary>
internal static class SvgPlot
{
    private const int PanelWidth = 300;
    private const int Height = 320;
    private const int Left = 52;
    private const int Right = 84;
    private const int Top = 56;
    private const int Bottom = 44;
    private const int LabelHeight = 15;
    private const int PlotWidth = PanelWidth - Left - Right + 30;

    // The two settings differ in paper, ink, grid and three line colours, each at least 4.5 : 1 on its paper.
    private const string Style = """
        text{font:12px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600;font-size:14px}.small{font-size:11px;fill:#59636e}
        .paper{fill:#fff}.grid{stroke:#d8dee4;stroke-width:1}.line{fill:none;stroke-width:2}
        .c0{stroke:#b3261e}.c1{stroke:#8a5a00}.c2{stroke:#0b57d0}.t0{fill:#b3261e}.t1{fill:#8a5a00}.t2{fill:#0b57d0}
        @media (prefers-color-scheme:dark){text{fill:#e6edf3}.small{fill:#9aa5b1}.paper{fill:#0d1117}.grid{stroke:#30363d}
        .c0{stroke:#ff8a80}.c1{stroke:#e3b341}.c2{stroke:#79b8ff}.t0{fill:#ff8a80}.t1{fill:#e3b341}.t2{fill:#79b8ff}}
        """;

    /// <param name="counted">What the axis to the right counts.</param>
    public static string Draw(string title, string counted, IReadOnlyList<PlotPanel> panels)
    {
        var width = panels.Count * (PanelWidth + 20);
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {Height}" width="{width}" height="{Height}" role="img" aria-label="{Text(title)}">""");
        Line(svg, $"<style>{Style}</style>");
        Line(svg, $"""<rect class="paper" width="{width}" height="{Height}"/><text class="title" x="12" y="22">{Text(title)}</text>""");
        for (var i = 0; i < panels.Count; i++) Panel(svg, panels[i], counted, i * (PanelWidth + 20));
        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, PlotPanel panel, string counted, int x)
    {
        var points = panel.Lines.SelectMany(l => l.Points).ToList();
        var (fromX, toX) = Decades(points.Select(p => p.X));
        var (fromY, toY) = Decades(points.Select(p => p.Y));
        Line(svg, $"""<text x="{x + Left}" y="{Top - 12}">{Text(panel.Title)}</text>""");
        for (var power = fromX; power <= toX; power++)
        {
            var at = AtX(Math.Pow(10, power));
            Line(svg, $"""<line class="grid" x1="{at:F1}" x2="{at:F1}" y1="{Top}" y2="{Height - Bottom}"/><text class="small" text-anchor="middle" x="{at:F1}" y="{Height - Bottom + 16}">{Short(power)}</text>""");
        }
        for (var power = fromY; power <= toY; power++)
        {
            var at = AtY(Math.Pow(10, power));
            Line(svg, $"""<line class="grid" x1="{x + Left}" x2="{x + Left + PlotWidth}" y1="{at:F1}" y2="{at:F1}"/><text class="small" text-anchor="end" x="{x + Left - 6}" y="{at + 4:F1}">{Short(power)}</text>""");
        }
        Line(svg, $"""<text class="small" x="{x + Left}" y="{Height - 10}">{Text(counted)}</text>""");
        var lowest = double.MinValue;
        foreach (var (line, i) in panel.Lines.Select((l, i) => (l, i)).OrderByDescending(l => l.l.Points[^1].Y))
        {
            var colour = panel.Lines.Count == 1 ? 2 : i;
            Line(svg, $"""<polyline class="line c{colour}" points="{string.Join(' ', line.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{AtX(p.X):F1},{AtY(p.Y):F1}")))}"/>""");
            // Names keep clear of each other where lines end close together.
            lowest = Math.Max(AtY(line.Points[^1].Y) + 4, lowest + LabelHeight);
            Line(svg, $"""<text class="t{colour}" x="{AtX(line.Points[^1].X) + 6:F1}" y="{lowest:F1}">{Text(line.Name)}</text>""");
        }

        double AtX(double value) => x + Left + Share(value, fromX, toX) * PlotWidth;
        double AtY(double value) => Height - Bottom - Share(value, fromY, toY) * (Height - Bottom - Top);
    }

    private static double Share(double value, int from, int to) => (Math.Log10(value) - from) / (to - from);

    private static (int From, int To) Decades(IEnumerable<double> values)
    {
        var logs = values.Select(Math.Log10).ToList();
        var from = (int)Math.Floor(logs.Min() + 1e-9);
        return (from, Math.Max(from + 1, (int)Math.Ceiling(logs.Max() - 1e-9)));
    }

    private static string Short(int power) => power switch
    {
        >= 6 => Math.Pow(10, power - 6) + " M",
        >= 3 => Math.Pow(10, power - 3) + " k",
        _ => Math.Pow(10, power).ToString(CultureInfo.InvariantCulture),
    };

    private static string Text(string plain) => WebUtility.HtmlEncode(plain);

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
