using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Tests.Site.Insights;

public sealed class ArticleRequestTests
{
    [Theory(DisplayName = "Feature 92: spellings of the same words are one request")]
    [InlineData("ＫＭＳ　ホスト", "kms ホスト")]
    [InlineData("  KMS \t\r\n ﾎｽﾄ ", "kms ホスト")]
    [InlineData("kms\u200Bホスト\u0007", "kms ホスト")]
    public void SpellingsAreOne(string query, string subject) => Assert.Equal(subject, ArticleRequest.ForQuery(query, Locale.Ja)!.Subject);

    [Theory(DisplayName = "Feature 109: a product key or installation ID never becomes part of a request")]
    [InlineData("my key ABCDE-12345-FGHIJ-67890-KLMNO fails")]
    [InlineData("ＡＢＣＤＥ－１２３４５－ＦＧＨＩＪ－６７８９０－ＫＬＭＮＯ が使えない")]
    [InlineData("id １２３４５６-１２３４５６-１２３４５６-１２３４５６-１２３４５６-１２３４５６-１２３４５６-１２３４５６-１２３４５６")]
    public void SecretsAreMasked(string query)
    {
        var subject = ArticleRequest.ForQuery(query, Locale.En)!.Subject;
        Assert.Contains(SensitiveText.Masked, subject);
        Assert.DoesNotContain("12345", subject);
        Assert.DoesNotContain("abcde", subject);
    }

    [Fact]
    public void A_key_at_the_cut_is_masked_before_it_could_be_halved()
    {
        var subject = ArticleRequest.ForQuery(new string('x', 185) + " ABCDE-12345-FGHIJ-67890-KLMNO", Locale.En)!.Subject;
        Assert.DoesNotContain("abcde", subject);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\u200B")]
    [InlineData("?!… 😀")]
    [InlineData("ABCDE-12345-FGHIJ-67890-KLMNO")]
    public void Where_nothing_is_left_there_is_no_request(string? query) => Assert.Null(ArticleRequest.ForQuery(query, Locale.En));

    [Fact]
    public void What_is_kept_is_short_and_whole()
    {
        Assert.Equal(ArticleRequest.LongestSubject, ArticleRequest.ForQuery(new string('あ', 2000), Locale.Ja)!.Subject.Length);
        Assert.Null(ArticleRequest.ForQuery(new string('あ', 2001), Locale.Ja));
        var cut = ArticleRequest.ForQuery(new string('a', 199) + "𠮷𠮷", Locale.Ja)!.Subject;
        Assert.Equal(new string('a', 199), cut);
        Assert.Equal("a b", ArticleRequest.ForQuery("a\uD800 b", Locale.Ja)!.Subject);
    }

    [Fact]
    public void Hostile_queries_become_plain_lines_or_nothing()
    {
        var lines = File.ReadLines(Repository.Hostile("naughty-strings-blns.jsonl")).ToList();
        Assert.NotEmpty(lines);
        foreach (var line in lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("string").GetString()!).Concat(lines))
            if (ArticleRequest.ForQuery(line, Locale.En) is { } request)
                Assert.True(request.Subject.Length is > 0 and <= ArticleRequest.LongestSubject && !request.Subject.Any(char.IsControl), line);
    }
}
