using Bunit;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Tests.Content;
using KnowledgeBase.Tests.Site.Insights;
using KnowledgeBase.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Components;

/// <summary>Components over the small site of tests/data/site, without a host.</summary>
public abstract class ComponentSite : BunitContext
{
    /// <param name="add">Further services: none can be added after this.</param>
    protected ComponentSite(Action<IServiceCollection>? add = null)
    {
        Site = SiteBuilder.Build(TestContent.Files("site"), null, TimeProvider.System);
        var current = new CurrentSite();
        current.Publish(Site);
        Services.AddSingleton(current);
        Services.AddOptions();
        Services.AddLogging();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<IEventStore, KeptEvents>();
        Services.AddSingleton<EventRecorder>();
        add?.Invoke(Services);
        SetRendererInfo(new RendererInfo("Server", true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected SiteSnapshot Site { get; }

    protected Guide Guide => Site.Guide("windows-activation")!;

    protected static UiText Words(string tag) => UiText.For(Locale.Find(tag)!);

    /// <summary>Where these answers lead: `Walk("status", "active")`.</summary>
    protected GuidePosition Walk(params string[] answers) => GuideWalk.Walk(Guide, answers.Chunk(2).Select(p => KeyValuePair.Create(p[0], p[1])));
}
