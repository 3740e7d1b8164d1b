using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content.Checking;

/// <summary>`tests/data/site` uses every feature once and is whole but for one article that stands in Japanese only.</summary>
public sealed class SampleSiteTests
{
    private static readonly ContentSet s_site = ContentReader.Read(TestContent.Files("site"));

    [Fact]
    public void Only_the_missing_translation_is_found() => Assert.Equal(
        ["articles/activation/check-activation-state.ja.md:1:1 KB050"],
        TestContent.Check(s_site).Select(d => d.Rule == DiagnosticRule.MissingTranslation ? TestContent.Line(d) : TestContent.Line(d) + " " + d.Message));

    [Fact]
    public void Everything_is_read()
    {
        Assert.Equal(5, s_site.Articles.Count);
        Assert.Equal(["0xC004C008", "0xC004F00F", "0xC004F211", "0xC004F213"], s_site.Codes.Select(c => c.Code.Hex).Order());
        Assert.Equal(8, s_site.Registry.Entries.Count);
        Assert.Equal(9, s_site.GuideTests.Count);
        Assert.Equal(["activation", "digital-licence", "kms-host"], s_site.Glossary.Select(t => t.Id));
        Assert.Equal(["errors", "activation", "hardware"], s_site.Categories.Select(c => c.Id));
        Assert.Equal(["media/activation-page.svg"], s_site.Media);
        Assert.Equal("windows-activation", s_site.Site.HomeGuide);
        Assert.Equal("/articles/fix-0xc004f211#steps", s_site.Redirects.Resolve("/articles/reactivation"));
    }

    [Fact]
    public void A_code_file_is_read_whole()
    {
        var code = s_site.Codes.Single(c => c.Code.Hex == "0xC004F211");
        Assert.Equal("SL_E_DEVICE_CHANGED", code.Symbol);
        Assert.Equal(["digital", "oem"], code.Cases.Select(c => c.Id));
        Assert.Equal("/a/fix-0xc004f211#steps", code.First!.Link);
        Assert.Equal("0xC004F213", code.ConfusedWith.Single().Code.Hex);
        Assert.Equal("not-active", code.Guide!.Answers["status"]);
        Assert.Equal(["the hardware of this device has changed significantly"], code.FindableBy.En);
        Assert.Equal(new DateOnly(2026, 11, 20), code.Sources.Single().Checked);
        var old = s_site.Codes.Single(c => c.Code.Hex == "0xC004F00F");
        Assert.Equal((CodeStatus.Retired, Evidence.Inferred), (old.Status, old.Evidence));
    }
}
