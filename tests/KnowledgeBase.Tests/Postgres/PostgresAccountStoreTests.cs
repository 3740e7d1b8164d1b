using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Tests.Site.Accounts;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresAccountStoreTests : AccountStoreContract, IDisposable
{
    private readonly string _address;
    private readonly PostgresDatabase _database;
    private readonly PostgresAccountStore _store;

    public PostgresAccountStoreTests(PostgresServer server)
    {
        _address = server.NewDatabase();
        _database = new(_address);
        _store = new(_database);
    }

    protected override IAccountStore Store => _store;

    protected override IAuditLog Audit => _store;

    protected override ITokenStore Tokens => _store;

    [Fact(DisplayName = "Feature 127: two administrators who demote each other on two replicas do not both succeed")]
    public async Task OneAdminIsLeft()
    {
        await using var second = new PostgresDatabase(_address);
        var other = new PostgresAccountStore(second);
        for (var round = 0; round < 10; round++)
        {
            var (one, two) = (Admin($"one{round}"), Admin($"two{round}"));
            await _store.Add(one);
            await _store.Add(two);
            foreach (var left in (await _store.All()).Where(a => a.Role == Roles.Admin && a.Id != one.Id && a.Id != two.Id))
            {
                left.Role = Roles.Editor;
                Assert.Equal(AccountWrite.Written, await _store.Update(left));
            }

            (one.Role, two.Role) = (Roles.Support, Roles.Support);
            var outcomes = await Task.WhenAll(_store.Update(one), other.Update(two));
            Assert.Equal([AccountWrite.Written, AccountWrite.LastAdmin], outcomes.Order());
        }
    }

    public void Dispose() => _database.Dispose();

    private static Account Admin(string name) => new() { Name = name, Key = name, Role = Roles.Admin };
}
