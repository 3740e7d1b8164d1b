using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Site;

/// <summary>Registers what changes the content.</summary>
internal static class EditingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<EditingLock>();
        services.AddSingleton<ContentWorkspace>();
        services.AddSingleton<GitRepository>();
        services.AddSingleton<PastTexts>();
        services.AddSingleton<PendingCommits>();
        services.AddSingleton<CandidateCheck>();
        services.AddSingleton<SaveFiles>();
        services.AddSingleton<ContentHistory>();
        services.AddSingleton<Translations>();
        services.AddSingleton<IDraftStore>(s => new SqliteDraftStore(s.GetRequiredService<SiteDataFolder>().Path));
        services.AddSingleton<Drafts>();
        services.AddSingleton<Renames>();
        services.AddSingleton<GitExchange>();
        services.AddSingleton<MachineTranslator>();
        services.AddSingleton<TranslationWatch>();
        services.AddHostedService(s => s.GetRequiredService<TranslationWatch>());
        services.AddSingleton<EditingUpkeep>();
        services.AddHostedService(s => s.GetRequiredService<EditingUpkeep>());
        services.AddHostedService<CommitNotices>();
    }
}
