using System.Text;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class TermTextTests
{
    private const string File = "\uFEFF- id: one\r\n  ja: 一\r\n- en: Two\n  id: two\n# about three\n- id: \"three\"\n  en: Three";

    [Theory(DisplayName = "A term is its own lines, whatever their line ends and their neighbours")]
    [InlineData("glossary.yaml#one", "\uFEFF- id: one\r\n  ja: 一\r\n")]
    [InlineData("glossary.yaml#three", "- id: \"three\"\n  en: Three")]
    [InlineData("glossary.yaml#two", null)]
    [InlineData("glossary.yaml#on", null)]
    [InlineData("glossary.yaml", File)]
    public void Terms_are_found(string path, string? expected)
    {
        var read = TermText.Read(path, Encoding.UTF8.GetBytes(File));
        Assert.Equal(expected, read is null ? null : Encoding.UTF8.GetString(read));
    }

    [Theory(DisplayName = "A term that is changed leaves every other byte of the glossary; a new one stands at its end, on a line of its own")]
    [InlineData("glossary.yaml#one", "- id: one", "- id: one\n- en: Two\n  id: two\n# about three\n- id: \"three\"\n  en: Three")]
    [InlineData("glossary.yaml#three", "- id: three\n", "\uFEFF- id: one\r\n  ja: 一\r\n- en: Two\n  id: two\n# about three\n- id: three\n")]
    [InlineData("glossary.yaml#four", "- id: four\n", File + "\n- id: four\n")]
    public void Terms_are_written(string path, string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(TermText.Write(path, Encoding.UTF8.GetBytes(File), Encoding.UTF8.GetBytes(text))!));

    [Theory(DisplayName = "Only a name of the glossary's kind makes a path of a term")]
    [InlineData("glossary.yaml#kms-host", "kms-host")]
    [InlineData("glossary.yaml#../x", null)]
    [InlineData("glossary.yaml#", null)]
    [InlineData("site.yaml#kms-host", null)]
    [InlineData("glossary.yaml", null)]
    public void Paths_are_told(string path, string? id)
    {
        Assert.Equal(id, TermText.IdOf(path));
        Assert.Equal(id is null ? path : "glossary.yaml", TermText.FileOf(path));
    }
}
