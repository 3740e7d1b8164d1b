using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class SqliteLinkStoreTests : LinkStoreContract, IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-links-");
    private readonly SqliteLinkStore _store;

    public SqliteLinkStoreTests() => _store = new(_data.FullName);

    protected override ILinkStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _data.Delete(true);
    }
}
