using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Web.Components.Parts;
using QRCoder;

namespace KnowledgeBase.Tests.Web.Components;

public sealed partial class QrPictureTests
{
    [Theory(DisplayName = "Feature 40: the picture draws every dark module of the QR code and no other")]
    [InlineData("https://kb.example/c/0xC004F213")]
    [InlineData("https://knowledge.example.co.jp/a/activate-offline-or-by-portal")]
    public void EveryModuleIsDrawn(string address)
    {
        var picture = QrPicture.Of(address);
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var drawn = new HashSet<(int X, int Y)>();
        var (x, y) = (0, 0);
        foreach (Match move in Move.Matches(picture.Path))
        {
            var first = int.Parse(move.Groups[2].Value, CultureInfo.InvariantCulture);
            if (move.Groups[1].Value == "M") (x, y) = (first, int.Parse(move.Groups[3].Value, CultureInfo.InvariantCulture));
            else if (move.Groups[1].Value == "m") x += first;
            else for (var end = x + first; x < end; x++) drawn.Add((x, y));
        }

        var dark = Enumerable.Range(0, picture.Side).SelectMany(r => Enumerable.Range(0, picture.Side).Where(c => data.ModuleMatrix[r][c]).Select(c => (c, r))).ToHashSet();
        Assert.True(dark.Count > 100);
        Assert.True(dark.SetEquals(drawn));
        // The quiet zone that scanners ask for.
        Assert.All(drawn, p => Assert.True(p.X is >= 4 && p.X < picture.Side - 4 && p.Y is >= 4 && p.Y < picture.Side - 4));
    }

    [GeneratedRegex(@"([Mmh])(\d+)(?: (\d+))?(?:\.5)?")]
    private static partial Regex Move { get; }
}
