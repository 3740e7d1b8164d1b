using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site;

/// <summary>Registers what is live and what keeps it so.</summary>
public static class SiteServices
{
    public static IHostApplicationBuilder AddSite(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SiteOptions>().Bind(builder.Configuration.GetSection(SiteOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CurrentSite>();
        services.AddSingleton(s => new SiteContentFolder(
            ContentLocation.Find(s.GetRequiredService<IOptions<SiteOptions>>().Value.ContentPath, AppContext.BaseDirectory)));
        services.AddSingleton<IVisitorStore>(s => new SqliteVisitorStore(
            DataLocation.Find(s.GetRequiredService<IOptions<SiteOptions>>().Value.DataPath, s.GetRequiredService<SiteContentFolder>().Path), s.GetRequiredService<TimeProvider>()));
        services.AddHostedService<UnknownSettings>();
        services.AddSingleton<SiteRebuilder>();
        services.AddHostedService(s => s.GetRequiredService<SiteRebuilder>());
        return builder;
    }
}
