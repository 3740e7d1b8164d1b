using System.Globalization;
using System.Text;
using QRCoder;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A QR code as the data of one SVG path.</summary>
/// <param name="Side">Modules on each side, quiet zone included.</param>
/// <param name="Path">Lines one unit wide through the dark modules of each row.</param>
public sealed record QrPicture(int Side, string Path)
{
    /// <summary>A file of its own.</summary>
    public string Svg => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side} {Side}\" shape-rendering=\"crispEdges\"><path d=\"M0 0h{Side}v{Side}H0z\" fill=\"#fff\"/><path d=\"{Path}\" stroke=\"#000\" fill=\"none\"/></svg>");

    /// <exception cref="QRCoder.Exceptions.DataTooLongException">The text has more than about 2,300 bytes.</exception>
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        // Strokes through the middle of each run, told by their distances: shorter than rectangles.
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            var end = -1;
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x < rows.Count && rows[y][x]) x++;
                if (end < 0) path.Append(CultureInfo.InvariantCulture, $"M{start} {y}.5");
                else path.Append(CultureInfo.InvariantCulture, $"m{start - end} 0");
                path.Append(CultureInfo.InvariantCulture, $"h{x - start}");
                end = x;
            }
        }

        return new(rows.Count, path.ToString());
    }
}
