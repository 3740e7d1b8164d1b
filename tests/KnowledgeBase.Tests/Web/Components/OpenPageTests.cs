using System.Runtime.CompilerServices;
using Bunit;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Tests.Content;
using KnowledgeBase.Web.Components.Islands;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Components;

/// <summary>Pages that stay open while the content changes.</summary>
public sealed class OpenPageTests : ComponentSite
{
    private const string GuideFile = "guides/windows-activation.yaml";

    private CurrentSite Current => Services.GetRequiredService<CurrentSite>();

    [Theory(DisplayName = "An open page does not hold the snapshot that it was shown from, wherever its guided check stands")]
    [InlineData]
    [InlineData("status", "not-active")]
    [InlineData("status", "unknown")]
    [InlineData("status", "not-active", "code", "0xC004F211", "changed", "motherboard")]
    [InlineData("status", "not-active", "code", "none", "changed", "nothing")]
    public void ChecksHoldNoSnapshot(params string[] answers) => AssertReleased(() => ShowGuide(answers));

    [Theory(DisplayName = "An open page does not hold the snapshot that it was searched in")]
    [InlineData("?q=activation")]
    [InlineData("?q=zzqqzz")]
    [InlineData("?q=VK7JG-NPHTM-C97JM-9MPGT-3V66T")]
    public void SearchesHoldNoSnapshot(string address) => AssertReleased(() => Render<LiveSearch>(p => p.Add(l => l.LocaleTag, "en").Add(l => l.Address, address)));

    [Fact(DisplayName = "Features 52, 106: a check that was begun before its guide changed goes on over the guide of now and says so once")]
    public void ChangedGuidesAreFollowed()
    {
        var island = ShowGuide();
        PublishGuide(text => text.Replace("to: code, note", "to: changed, note", StringComparison.Ordinal).Replace("What changed?", "What was changed?", StringComparison.Ordinal));
        var now = Current.Snapshot.Guide(Guide.Id)!;
        Assert.NotEqual(Guide.Version, now.Version);
        island.FindAll("a.answer")[1].Click();
        Assert.Equal("What was changed?", island.One("h1").TextContent);
        Assert.Equal(Words("en")["GuideChangedMeanwhile"], island.One(".banner[role=status]").TextContent);
        Assert.EndsWith($"/changed?status=not-active&v={now.Version}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        island.FindAll("a.answer")[0].Click();
        Assert.DoesNotContain(Words("en")["GuideChangedMeanwhile"], island.Markup, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 106: a check whose guide was taken away leads to the address whose page says so")]
    public void RemovedGuidesDoNotBreakThePage()
    {
        var island = ShowGuide();
        Current.Publish(SiteBuilder.Build([.. TestContent.Files("site").Where(f => !f.Path.StartsWith("guides/", StringComparison.Ordinal))], null, TimeProvider.System));
        Assert.Null(Current.Snapshot.Guide(Guide.Id));
        island.FindAll("a.answer")[1].Click();
        Assert.Contains("/en/guides/windows-activation/code?status=not-active", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<GuideWalkthrough> ShowGuide(params string[] answers) => Render<GuideWalkthrough>(p => p
        .Add(g => g.GuideId, Guide.Id).Add(g => g.LocaleTag, "en").Add(g => g.Answers, answers.Chunk(2).ToDictionary(a => a[0], a => a[1])));

    private void PublishGuide(Func<string, string> change) => Current.Publish(SiteBuilder.Build(
        [.. TestContent.Files("site").Select(f => f.Path == GuideFile ? TestContent.File(f.Path, change(System.Text.Encoding.UTF8.GetString(f.Bytes.Span))) : f)], null, TimeProvider.System));

    private void AssertReleased(Func<object> show)
    {
        var shown = Shown(show);
        Current.Publish(Site);
        for (var i = 0; i < 3 && shown.Site.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(shown.Site.IsAlive);
        GC.KeepAlive(shown.Page);
    }

    // Apart, so that no local of the caller holds the snapshot.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (object Page, WeakReference Site) Shown(Func<object> show)
    {
        var site = SiteBuilder.Build(TestContent.Files("site"), null, TimeProvider.System);
        Current.Publish(site);
        return (show(), new WeakReference(site));
    }
}
