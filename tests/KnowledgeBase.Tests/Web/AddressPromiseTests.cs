using System.Collections.Concurrent;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Caching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KnowledgeBase.Tests.Web;

/// <summary>Redirects are a promise: what a release answered, the next one answers.</summary>
public sealed class AddressPromiseTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-addresses-");

    [Fact(DisplayName = "Features 66, 114: every address of the last release still resolves, with its anchors, through redirects")]
    public async Task ReleasedAddressesResolve()
    {
        using var site = new WebApplicationFactory<PageStore>().WithWebHostBuilder(b => b
            .UseSetting("KnowledgeBase:ContentPath", Repository.At("content")).UseSetting("KnowledgeBase:DataPath", _data.FullName).UseSetting("KnowledgeBase:RescanSeconds", "3600"));
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        var released = Repository.Read("tests/data/released-addresses.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(PublicAddress.Parse).ToList();
        Assert.True(released.Count > 1000, $"only {released.Count} addresses");
        Assert.True(released.Sum(a => a.Anchors.Count) > 1000);
        var lost = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(released, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (address, _) =>
        {
            foreach (var miss in await Promise.Check(client, address)) lost.Add(miss);
        });
        Assert.Empty(lost.Order(StringComparer.Ordinal));
    }

    public void Dispose() => _data.Delete(true);
}
