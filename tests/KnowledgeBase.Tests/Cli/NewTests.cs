namespace KnowledgeBase.Tests.Cli;

public sealed class NewTests : IDisposable
{
    private readonly TempContent _content = TempContent.CopyOf("tests", "data", "site");

    [Fact(DisplayName = "Feature 92: stubs of an article, a code, a guide and a term pass the check and say that they are to be written")]
    public void StubsPassTheCheck()
    {
        var before = Check();
        var category = Path.GetFileName(Directory.GetDirectories(_content.At("articles"))[0]);
        Assert.Equal($"articles/{category}/brand-new.ja.md\narticles/{category}/brand-new.en.md\n", New("article", $"{category}/brand-new", "--ja", "新しい記事", "--en", "A \"new\" article"));
        Assert.Equal("codes/0xC004F2FE.yaml\n", New("code", "c004f2fe"));
        New("guide", "brand-new-check", "brand-new", "--en", "A new check");
        New("term", "brand-new-term", "--ja", "新語", "--en", "new word");
        Assert.Contains("title: \"新しい記事\"", _content.Read($"articles/{category}/brand-new.ja.md"));
        Assert.Contains("TO WRITE", _content.Read("codes/0xC004F2FE.yaml"));
        Assert.Equal(before, Check());
    }

    [Fact]
    public void What_is_there_is_not_written_over()
    {
        New("code", "0xC004F2FE");
        var (exit, _, errors) = Kb.Run("new", "code", "0xC004F2FE", "--content", _content.Folder);
        Assert.Equal(2, exit);
        Assert.Contains("is there already", errors);
    }

    [Theory]
    [InlineData("article", "../../evil")]
    [InlineData("article", "errors/../evil")]
    [InlineData("article", "Errors/X")]
    [InlineData("code", "no-code")]
    public void Names_that_are_none_are_refused(string what, string name)
    {
        var (exit, _, errors) = Kb.Run("new", what, name, "--content", _content.Folder);
        Assert.Equal(2, exit);
        Assert.NotEmpty(errors);
    }

    public void Dispose() => _content.Dispose();

    private string New(params string[] words)
    {
        var (exit, output, errors) = Kb.Run(["new", .. words, "--content", _content.Folder]);
        Assert.Equal((0, ""), (exit, errors));
        return output;
    }

    // What the site itself has already is none of the stubs' business.
    private (int Errors, int Warnings) Check()
    {
        var output = Kb.Run("check", _content.Folder).Output;
        return (output.Split(": error ").Length, output.Split(": warning ").Length);
    }
}
