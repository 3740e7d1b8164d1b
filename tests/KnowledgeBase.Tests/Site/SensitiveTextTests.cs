using KnowledgeBase.Site;

namespace KnowledgeBase.Tests.Site;

public sealed class SensitiveTextTests
{
    [Theory(DisplayName = "Feature 109: product keys and installation IDs are seen in every form in which people paste them")]
    [InlineData("ABCDE-12345-FGHIJ-67890-KLMNO")]
    [InlineData("abcde-12345-fghij-67890-klmno")]
    [InlineData("VK7JG NPHTM C97JM 9MPGT 3V66T")]
    [InlineData("VK7JG　NPHTM　C97JM　9MPGT　3V66T")]
    [InlineData("ＶＫ７ＪＧ－ＮＰＨＴＭ－Ｃ９７ＪＭ－９ＭＰＧＴ－３Ｖ６６Ｔ")]
    [InlineData("ＶＫ７ＪＧーＮＰＨＴＭーＣ９７ＪＭー９ＭＰＧＴー３Ｖ６６Ｔ")]
    [InlineData("VK7JG - NPHTM - C97JM - 9MPGT - 3V66T")]
    [InlineData("VK7JG\tNPHTM\tC97JM\t9MPGT\t3V66T")]
    [InlineData("VK7JGNPHTMC97JM9MPGT3V66T")]
    [InlineData("vk7jgnphtmc97jm9mpgt3v66t")]
    [InlineData("ＶＫ７ＪＧＮＰＨＴＭＣ９７ＪＭ９ＭＰＧＴ３Ｖ６６Ｔ")]
    [InlineData("ABCDE12345FGHIJ67890KLMNO")]
    [InlineData("BCDFG HJKMP QRTVW XYBCD FGHJK")]
    [InlineData("123456-123456-123456-123456-123456-123456-123456-123456-123456")]
    [InlineData("1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567")]
    [InlineData("１２３４５６　１２３４５６　１２３４５６　１２３４５６　１２３４５６　１２３４５６　１２３４５６　１２３４５６　１２３４５６")]
    [InlineData("123456789012345678901234567890123456789012345678901234")]
    public void SecretsAreSeen(string secret)
    {
        foreach (var text in new[] { secret, $"My key is {secret}, please", $"プロダクト キーは「{secret}」です。" })
        {
            Assert.True(SensitiveText.Holds(text), text);
            Assert.Equal(text.Replace(secret, SensitiveText.Masked, StringComparison.Ordinal), SensitiveText.Mask(text));
        }
    }

    [Theory(DisplayName = "Feature 109: codes, names and sentences are no secrets")]
    [InlineData("0xC004F213 0xC004F211 0xC004C008 0xC004F034")]
    [InlineData("there could never quite about these words")]
    [InlineData("WindowsServer2019Standard")]
    [InlineData("WindowsServer2022Datacenter edition")]
    [InlineData("SL_E_CHPA_NO_RULES_TO_ACTIVATE")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("VK7JG-NPHTM-C97JM-9MPGT")]
    [InlineData("電話番号は 03-1234-5678 と 090-1234-5678 です。折り返しをお願いします。")]
    [InlineData("3221549587 -1073417709 3221549585 -1073417711")]
    public void ProseStays(string text)
    {
        Assert.False(SensitiveText.Holds(text));
        Assert.Equal(text, SensitiveText.Mask(text));
    }

    [Fact(DisplayName = "Feature 109: a key between other groups of five leaves nothing behind")]
    public void NothingIsLeftOfAKey() =>
        Assert.DoesNotMatch("3V66T|VK7JG", SensitiveText.Mask("Error about VK7JG NPHTM C97JM 9MPGT 3V66T again"));
}
