using KnowledgeBase.Content;
using KnowledgeBase.Site.Desk;

namespace KnowledgeBase.Tests.Site.Desk;

public sealed class NoteTests
{
    private static readonly DeskSubject s_subject = new(ReplySubject.Article, "article/x", "x");

    [Theory(DisplayName = "Feature 109: product keys and installation ids never get into a note or a flag")]
    [InlineData("key ABCDE-12345-FGHIJ-67890-KLMNO here", "key ***** here")]
    [InlineData("ＡＢＣＤＥ－１２３４５－ＦＧＨＩＪ－６７８９０－ＫＬＭＮＯ", "*****")]
    [InlineData("123456-123456-123456-123456-123456-123456-123456-123456-123456", "*****")]
    public void Secrets_are_masked(string text, string kept)
    {
        Assert.Equal(kept, Note.Write(s_subject, text, "me", default)!.Text);
        Assert.Equal(kept, Flag.Raise(s_subject, "", text, "me", default)!.Text);
        Assert.DoesNotContain("12345-FGHIJ", Flag.Raise(s_subject, text, "words", "me", default)!.Ticket, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_reaches_over_the_cut_leaves_no_half() =>
        Assert.DoesNotContain("ABCDE", Note.Write(s_subject, new string('a', Note.Longest - 13) + " ABCDE-12345-FGHIJ-67890-KLMNO", "me", default)!.Text, StringComparison.Ordinal);

    [Fact]
    public void Lines_stay_and_what_nobody_sees_goes()
    {
        Assert.Equal("one\ntwo three", Note.Write(s_subject, " one\r\ntwo\tthree\u0000\u0007 \n", "me", default)!.Text);
        Assert.Equal("A 1", Flag.Raise(s_subject, "A\n1", "x", "me", default)!.Ticket);
        foreach (var nothing in new[] { null, "", " \r\n\t", "\u0000" }) Assert.Null(Note.Write(s_subject, nothing, "me", default));
        Assert.Equal(Note.Longest - 1, Note.Write(s_subject, new string('a', Note.Longest - 1) + "𠮷𠮷", "me", default)!.Text.Length);
    }
}
