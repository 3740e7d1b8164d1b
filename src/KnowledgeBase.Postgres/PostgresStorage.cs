using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Postgres;

/// <summary>Puts PostgreSQL behind the storage ports where the settings say so.</summary>
public static class PostgresStorage
{
    /// <summary>To be called after the embedded stores were registered.</summary>
    public static IHostApplicationBuilder AddPostgres(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration[$"{SiteOptions.Section}:Storage:Provider"] != StorageOptions.Postgres) return builder;
        var services = builder.Services;
        services.AddSingleton(s => new PostgresDatabase(s.GetRequiredService<IOptions<SiteOptions>>().Value.Storage.ConnectionString ?? ""));
        services.AddSingleton(new MeterName("Npgsql"));
        services.AddSingleton<PostgresNotices>();
        services.AddHostedService(s => s.GetRequiredService<PostgresNotices>());
        services.Replace(ServiceDescriptor.Singleton<IReplicaNotices>(s => s.GetRequiredService<PostgresNotices>()));
        services.Replace(ServiceDescriptor.Singleton<IVisitorStore>(s => new PostgresVisitorStore(s.GetRequiredService<PostgresDatabase>(), s.GetRequiredService<TimeProvider>())));
        services.AddSingleton<PostgresAccountStore>();
        services.Replace(ServiceDescriptor.Singleton<IAccountStore>(s => s.GetRequiredService<PostgresAccountStore>()));
        services.Replace(ServiceDescriptor.Singleton<IAuditLog>(s => s.GetRequiredService<PostgresAccountStore>()));
        services.Replace(ServiceDescriptor.Singleton<ITokenStore>(s => s.GetRequiredService<PostgresAccountStore>()));
        services.Replace(ServiceDescriptor.Singleton<INoteStore, PostgresNoteStore>());
        services.Replace(ServiceDescriptor.Singleton<IDraftStore, PostgresDraftStore>());
        services.Replace(ServiceDescriptor.Singleton<IEventStore, PostgresEventStore>());
        services.Replace(ServiceDescriptor.Singleton<ILinkStore, PostgresLinkStore>());
        services.Replace(ServiceDescriptor.Singleton<IWebhookStore, PostgresWebhookStore>());
        services.Replace(ServiceDescriptor.Singleton<IStoreCopy, PostgresCopy>());
        services.AddSingleton<PostgresKeyRing>();
        services.AddHostedService(s => s.GetRequiredService<PostgresKeyRing>());
        services.AddDataProtection();
        services.AddOptions<KeyManagementOptions>().PostConfigure<PostgresKeyRing>((keys, ring) => keys.XmlRepository = ring);
        return builder;
    }
}
