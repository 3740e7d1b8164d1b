using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Tests.Content.Guides;

public sealed class GuideReadingTests
{
    private const string Dlv = """
        Software licensing service version: 10.0.26100.1150

        Name: Windows(R), Professional edition
        Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel
        Activation ID: 2de67392-b7a7-462a-b1ca-108dd189f588
        Extended PID: 03612-03308-000-000001-03-1041-26100.0000-3252026
        Product Key Channel: Volume:GVLK
        Installation ID: 123456123456123456123456123456123456123456123456123456
        Partial Product Key: 3V66T
        License Status: Notification
        Notification Reason: 0xC004F056.
        """;

    private static readonly Guide s_sample = SiteBuilder.Build(TestContent.Files("site"), null, TimeProvider.System).Guide("windows-activation")!;

    [Theory(DisplayName = "Feature 49: what slmgr and ospp print, and messages in both languages, are read as answers")]
    [InlineData(Dlv, "status=not-active code=0xC004F056")]
    [InlineData("ライセンスの状態: 通知\r\n通知の理由: 0xC004F034", "status=not-active code=0xC004F034")]
    [InlineData("ライセンスの状態：　通知", "status=not-active")]
    [InlineData("license   status : licensed", "status=active")]
    [InlineData("LICENSE STATUS:  ---NOTIFICATIONS--- \nERROR CODE: 0xC004F074\nLast 5 characters of installed product key: 3V66T", "status=not-active code=0xC004F074")]
    [InlineData("この PC で Windows をライセンス認証できません。エラー コード：０ｘＣ００４Ｆ２１３", "code=0xC004F213")]
    [InlineData("first 0xC004E015, then 0xC004F211", "code=0xC004F211")]
    [InlineData("License Status: Unlicensed?", "")]
    [InlineData("hello", "")]
    [InlineData("", "")]
    public void TextsAreRead(string text, string answers) =>
        Assert.Equal(answers, string.Join(' ', GuideReading.Read(s_sample, text).Select(a => $"{a.Key}={a.Value}")));

    [Theory(DisplayName = "Feature 49: the guides of the site read what Windows and Office print")]
    [InlineData("windows-activation", Dlv, "status=not-active code=0xC004F056")]
    [InlineData("organisation", Dlv, "code=0xC004F056 scheme=kms-client")]
    [InlineData("organisation", Dlv + "\nMost recent activation information:\nAD Activation client information\n    Activation Object name: example", "scheme=directory")]
    [InlineData("windows-activation", "LICENSE DESCRIPTION: Office 16, VOLUME_MAK channel\nLICENSE STATUS:  ---LICENSED---", "status=active")]
    [InlineData("organisation", "LICENSE DESCRIPTION: Office 16, VOLUME_MAK channel\nLICENSE STATUS:  ---LICENSED---", "scheme=mak")]
    [InlineData("before-you-change-hardware", "Description: Windows(R) Operating System, OEM_DM channel", "board-licence=preinstalled")]
    public void TheSitesGuidesReadCommands(string id, string text, string answers)
    {
        var read = GuideReading.Read(SitesGuide(id), text).Select(a => $"{a.Key}={a.Value}").ToList();
        Assert.All(answers.Split(' '), a => Assert.Contains(a, read));
    }

    [Fact(DisplayName = "Feature 55: of a pasted text only ids and codes come back, whatever it holds")]
    public void OnlyAnswersComeBack()
    {
        var hostile = Repository.Read("tests/data/hostile/naughty-strings-blns.jsonl").Split('\n').Append(new string('\uD800', 50_000)).Append(string.Concat(Enumerable.Repeat("0xC004F211 ", 100_000)));
        foreach (var text in hostile)
            Assert.All(GuideReading.Read(s_sample, text), a => Assert.True(a.Value is "active" or "not-active" || ErrorCode.TryParse(a.Value, out _), a.Value));
        Assert.DoesNotContain(GuideReading.Read(s_sample, Dlv), a => a.Value.Contains("3V66T", StringComparison.Ordinal) || a.Value.Contains("123456", StringComparison.Ordinal));
    }

    private static Guide SitesGuide(string id) =>
        ContentReader.Read([new($"guides/{id}.yaml", System.Text.Encoding.UTF8.GetBytes(Repository.Read($"content/guides/{id}.yaml")))]).Guides.Single();
}
