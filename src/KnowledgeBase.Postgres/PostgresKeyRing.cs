using System.Xml.Linq;
using Dapper;
using KnowledgeBase.Site.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Hosting;

namespace KnowledgeBase.Postgres;

/// <summary>The keys that protect cookies and circuits: every replica must read what another one wrote. What was read is kept in the
/// data folder too, so that a replica that starts while the database is away knows the keys of all.</summary>
/// <param name="known">The keys of the data folder.</param>
public sealed class PostgresKeyRing(PostgresDatabase database, DataKeys known) : IXmlRepository, IHostedService
{
    /// <exception cref="IOException">The database cannot be used and no key was ever read; else the framework keeps the keys that it has
    /// and asks again.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var rows = Wait(database.Run<IReadOnlyList<(string Name, string Xml)>?>(async c => [.. await c.QueryAsync<(string Name, string Xml)>("SELECT name, xml FROM protection_key ORDER BY made, name")], null));
        var kept = known.GetAllElements();
        if (rows is null) return kept.Count > 0 ? kept : throw Unusable();
        var there = kept.Select(Text).ToHashSet(StringComparer.Ordinal);
        var elements = rows.Select(r => (r.Name, Element: XElement.Parse(r.Xml))).ToList();
        foreach (var (name, element) in elements.Where(e => !there.Contains(Text(e.Element)))) known.StoreElement(element, name);
        return [.. elements.Select(e => e.Element)];
    }

    /// <exception cref="IOException">The database cannot be used.</exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        var row = new { friendlyName, xml = Text(element) };
        var isKept = Wait(database.Run(async c => await c.ExecuteAsync("INSERT INTO protection_key (name, xml) VALUES (@friendlyName, @xml) ON CONFLICT DO NOTHING", row) >= 0, false));
        if (!isKept) throw Unusable();
    }

    /// <summary>Without any key pages with islands fail: better not to begin than to be half there.</summary>
    /// <exception cref="IOException">The database cannot be used and no key was ever read.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        GetAllElements();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting);

    // The framework asks without tasks; off the caller's context nothing can wait for itself.
    private static T Wait<T>(Task<T> task) => Task.Run(() => task).GetAwaiter().GetResult();

    private IOException Unusable() => new($"The keys that protect cookies cannot be read or kept: {database.Problem}");
}
