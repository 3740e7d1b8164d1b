using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace KnowledgeBase.Postgres;

/// <summary>The keys that protect cookies and circuits: every replica must read what another one wrote.</summary>
public sealed class PostgresKeyRing(PostgresDatabase database) : IXmlRepository
{
    /// <exception cref="IOException">The database cannot be used; the framework keeps the keys that it has and asks again.</exception>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        Wait(database.Run<IReadOnlyList<string>?>(async c => [.. await c.QueryAsync<string>("SELECT xml FROM protection_key ORDER BY made, name")], null))
            ?.Select(x => XElement.Parse(x)).ToList() ?? throw Unusable();

    /// <inheritdoc cref="GetAllElements"/>
    public void StoreElement(XElement element, string friendlyName)
    {
        var row = new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) };
        var isKept = Wait(database.Run(async c => await c.ExecuteAsync("INSERT INTO protection_key (name, xml) VALUES (@friendlyName, @xml) ON CONFLICT DO NOTHING", row) >= 0, false));
        if (!isKept) throw Unusable();
    }

    // The framework asks without tasks; off the caller's context nothing can wait for itself.
    private static T Wait<T>(Task<T> task) => Task.Run(() => task).GetAwaiter().GetResult();

    private IOException Unusable() => new($"The keys cannot be read or kept: {database.Problem}");
}
