using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

public sealed class RankingTests
{
    [Fact(DisplayName = "A word finds the page that writes it so before pages that hold another form of it")]
    public void The_form_as_typed_comes_first()
    {
        string[] texts = ["What the registered tool does, in a few words.", "What the registers tool does, in a few words.", "What the register tool does, in a few words."];
        var index = English([.. texts.Select((t, i) => ($"p{i}", "A page about tools", t))]);
        Assert.Equal("p1", First(index, "registers", Locale.En));
        Assert.Equal("p0", First(index, "registered", Locale.En));
        Assert.Equal(3, index.Search(new("registers", Locale.En)).Hits.Count);
    }

    [Fact(DisplayName = "English words that stand side by side as typed outrank the same words apart")]
    public void Neighbours_outrank_scattered_words()
    {
        var index = English(
            ("apart", "Notes", "The filter of a class shows the drivers that a device has, and the setup can list it."),
            ("together", "Notes", "A device has a list of setup class filter drivers, and it can show that of a device."));
        Assert.Equal("together", First(index, "setup class filter", Locale.En));
        Assert.Equal("apart", First(index, "filter of a class", Locale.En));
    }

    [Fact(DisplayName = "A word that is known as it stands is not outvoted by longer words that begin so")]
    public void Known_words_are_finished()
    {
        var index = English(
            [("named", "Using a dirid", "A dirid names a folder."), ("many", "Numbers", "A dirid such as dirid10, dirid11, dirid12, dirid13 or dirid14."), .. Others]);
        Assert.Equal("named", First(index, "dirid", Locale.En));
    }

    [Fact(DisplayName = "What a Japanese question asks with does not pull pages that hold the same asking word")]
    public void Asking_words_weigh_little()
    {
        var index = Japanese(
            ("asks", "よくある質問", "何が問題か、誰に聞けばよいか、何をすればよいかを書きます。原因は人により違います。"),
            ("answers", "更新の手順", "原因は古い設定です。更新のあと再起動します。"));
        Assert.Equal("answers", First(index, "更新の原因は何", Locale.Ja));
    }

    [Theory(DisplayName = "What a Japanese query asks with at its end says nothing of what it is about")]
    [InlineData("更新の管理のやり方について知りたい")]
    [InlineData("更新の管理の方法を教えてください")]
    [InlineData("更新の管理の仕方はどうすればいいですか")]
    public void Requests_weigh_little(string query)
    {
        var index = Japanese(
            ("asks", "更新の質問", "更新の方法、やり方、仕方について知りたい。どうすればいいですか、教えてください。"),
            ("answers", "更新の予定", "更新の管理をここで行います。"));
        Assert.Equal("answers", First(index, query, Locale.Ja));
    }

    [Fact(DisplayName = "When and where in kana are asking words too")]
    public void Kana_asking_words_weigh_little()
    {
        var index = Japanese(("page", "更新", "更新はいつまた始まるか。"));
        var request = new SearchRequest("いつまた", Locale.Ja);
        var worth = index.Explain(request, index.Search(request).Hits[0]).Parts.ToDictionary(p => p.Part, p => p.Value);
        Assert.InRange(worth["いつ"], 0.001, worth["また"] / 2);
    }

    [Fact(DisplayName = "A word of katakana counts as a word, more than as the letters that it shares with others")]
    public void Katakana_words_count_as_words()
    {
        var index = Japanese(
            ("word", "部品", "マザーボードを替えました。"),
            ("letters", "部品", "キーボードとダッシュボードとスノーボードを替えました。マザーです。"));
        Assert.Equal("word", First(index, "マザーボード", Locale.Ja));
    }

    [Fact(DisplayName = "The plural of an abbreviation is the same word: IDs finds the page about the ID, and the other way round")]
    public void Plurals_of_abbreviations_are_words()
    {
        var index = English(
            ("one", "Container ID", "What a container is known by."),
            ("many", "Checking the hardware IDs of a device", "Each has several."),
            ("letters", "Notes on the Ds", "I count the letters."));
        Assert.Equal("one", First(index, "container IDs", Locale.En));
        Assert.Equal("many", First(index, "hardware id", Locale.En));
        Assert.DoesNotContain(index.Search(new("IDs", Locale.En)).Hits, h => h.Id == "letters");
    }

    [Fact(DisplayName = "A name in capitals within is the word that others write in small letters, and no rarer")]
    public void Names_with_capitals_within_are_words()
    {
        var others = Enumerable.Range(0, 20).SelectMany(i => new[] { ($"music{i}", "Notes", "Made with DirectMusic."), ($"filter{i}", "Notes", "It has filters.") });
        var index = English(
            [("both", "Notes", "DirectMusic has filters."), ("small", "Notes", "Made with directmusic."), .. others, .. Others]);
        Assert.Equal("both", First(index, "directmusic filters", Locale.En));
        Assert.Equal("both", First(index, "DirectMusic filters", Locale.En));
        Assert.Superset(new HashSet<string> { "small", "music0" }, index.Search(new("directmusic", Locale.En) { Limit = 50 }).Hits.Select(h => h.Id).ToHashSet());
    }

    [Theory(DisplayName = "The overview of a thing is what its name alone asks for")]
    [InlineData("Overview of Trace Sessions")]
    [InlineData("Introduction to Trace Sessions")]
    [InlineData("About the Trace Sessions")]
    public void The_overview_answers_the_name(string title)
    {
        const string Text = "A session is for tracing, and there are several kinds of it.";
        var index = English([("a-part", "Ending Trace Sessions", Text), ("overview", title, Text), ("z-part", "Listing Trace Sessions", Text), .. Others]);
        Assert.Equal("overview", First(index, "trace sessions", Locale.En));
        Assert.Equal("z-part", First(index, "listing trace sessions", Locale.En));
    }

    [Fact(DisplayName = "A text that begins with its title says what the thing is, and comes before one that only has the title")]
    public void Definitions_come_first()
    {
        Assert.Equal("z-says", First(English(("a-has", "Trace Session", "Use it to trace a session."), ("z-says", "Trace Session", "A trace session is to use it.")), "trace session", Locale.En));
        Assert.Equal("z-says", First(Japanese(("a-has", "認証局", "使うのは認証局です。"), ("z-says", "認証局", "認証局は使うのです。")), "認証局", Locale.Ja));
    }

    private static IEnumerable<(string Id, string Title, string Text)> Others => Enumerable.Range(0, 200).Select(i => ($"other{i}", "Notes", "Something else."));

    private static string First(SearchIndex index, string query, Locale locale) => index.Search(new(query, locale)).Hits[0].Id;

    private static SearchIndex English(params (string Id, string Title, string Text)[] pages) => Build(Locale.En, pages);

    private static SearchIndex Japanese(params (string Id, string Title, string Text)[] pages) => Build(Locale.Ja, pages);

    private static SearchIndex Build(Locale locale, (string Id, string Title, string Text)[] pages) =>
        SearchIndexBuilder.Build([.. pages.Select(p => SearchDocument.Plain(p.Id, p.Title, p.Text, locale))]);
}
