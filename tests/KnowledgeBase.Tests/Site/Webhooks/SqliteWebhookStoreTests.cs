using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;

namespace KnowledgeBase.Tests.Site.Webhooks;

public sealed class SqliteWebhookStoreTests : WebhookStoreContract, IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-webhooks-");
    private readonly SqliteWebhookStore _store;

    public SqliteWebhookStoreTests() => _store = new(_data.FullName);

    protected override IWebhookStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _data.Delete(true);
    }
}
