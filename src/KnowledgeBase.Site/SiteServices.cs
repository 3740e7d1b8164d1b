using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
        services.AddSingleton(s => new SiteDataFolder(DataFolder(s)));
        services.AddSingleton<LiveFolder>();
        services.AddSingleton<IVisitorStore>(s => new SqliteVisitorStore(DataFolder(s), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEventStore>(s => new SqliteEventStore(DataFolder(s)));
        services.AddSingleton<EventRecorder>();
        services.AddSingleton<ILinkStore>(s => new SqliteLinkStore(DataFolder(s)));
        services.AddSingleton<Dashboard>();
        services.AddHostedService<LinkSchedule>();
        services.AddHostedService(s => s.GetRequiredService<EventRecorder>());
        services.AddSingleton(s => new SqliteAccountStore(DataFolder(s)));
        services.AddSingleton<IAccountStore>(s => s.GetRequiredService<SqliteAccountStore>());
        services.AddSingleton<IAuditLog>(s => s.GetRequiredService<SqliteAccountStore>());
        services.AddSingleton<ITokenStore>(s => s.GetRequiredService<SqliteAccountStore>());
        services.AddSingleton<AccountBook>();
        services.AddSingleton<SuccessRates>();
        services.AddSingleton<INoteStore>(s => new SqliteNoteStore(DataFolder(s)));
        services.AddSingleton(s => new DataKeys(DataFolder(s), s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(s => new SavedArticles(DataFolder(s), s.GetRequiredService<ILogger<SavedArticles>>()));
        services.AddSingleton(s => new SavedIndex(DataFolder(s), s.GetRequiredService<ILogger<SavedIndex>>()));
        services.AddSingleton<SavedStart>();
        services.AddSingleton<IStoreCopy, SqliteCopy>();
        services.AddSingleton<SiteBackup>();
        services.AddSingleton<IReplicaNotices, OnlyReplica>();
        services.AddHostedService<UnknownSettings>();
        services.AddSingleton<SiteRebuilder>();
        services.AddHostedService(s => s.GetRequiredService<SiteRebuilder>());
        services.AddHostedService<ContentNotices>();
        services.AddSingleton<IWebhookStore>(s => new SqliteWebhookStore(DataFolder(s)));
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookDelivery>();
        services.AddHostedService<WebhookSchedule>();
        EditingServices.Add(services);
        return builder;
    }

    private static string DataFolder(IServiceProvider services) =>
        DataLocation.Find(services.GetRequiredService<IOptions<SiteOptions>>().Value.DataPath, services.GetRequiredService<SiteContentFolder>().Path);
}
