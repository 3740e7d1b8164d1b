using System.Net;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Postgres;

/// <summary>Two whole sites on one database.</summary>
[Collection(RunningPostgres.Name)]
public sealed class ReplicaTests(PostgresServer server)
{
    [Fact(DisplayName = "Feature 127: replicas share votes and keys; without the database every page still reads, and votes say that they were not kept")]
    public async Task TwoReplicas()
    {
        var database = server.NewDatabase();
        var (one, two) = (await Start(database), await Start(database));
        try
        {
            var page = await one.Text("/en/codes/0xC004F213");
            var form = new Dictionary<string, string> { ["page"] = "code/0xC004F213", ["revision"] = Field(page, "revision"), ["helpful"] = "yes" };
            using (var vote = await one.Post("/en/votes", "203.0.113.7", form)) Assert.Equal(HttpStatusCode.SeeOther, vote.StatusCode);
            using (var again = await two.Post("/en/votes", "203.0.113.7", form)) Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
            Assert.Equal(1, Assert.Single(await two.Services.GetRequiredService<IVisitorStore>().Votes()).Helpful);

            var secret = Protector(one).Protect("words");
            Assert.Equal("words", Protector(two).Unprotect(secret));

            server.Kill();
            try
            {
                foreach (var path in new[] { "/ja", "/en/articles/hardware-change-impact", "/en/search?q=OEM", "/api/search?q=OEM" })
                {
                    using var reading = await two.GetRaw(path);
                    Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
                }

                using var lost = await two.Post("/en/votes", "203.0.113.8", form);
                Assert.Contains("vote-not-counted", lost.Headers.Location!.OriginalString, StringComparison.Ordinal);
                Assert.Contains("storage not usable", await two.Text("/health/ready"), StringComparison.Ordinal);
            }
            finally
            {
                server.Start();
            }

            using (var later = await two.Post("/en/votes", "203.0.113.9", form)) Assert.DoesNotContain("vote-not-counted", later.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Equal(2, Assert.Single(await one.Services.GetRequiredService<IVisitorStore>().Votes()).Helpful);
        }
        finally
        {
            await ((IAsyncLifetime)one).DisposeAsync();
            await ((IAsyncLifetime)two).DisposeAsync();
        }
    }

    private static IDataProtector Protector(SampleHost host) => host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a test");

    private static string Field(string html, string name)
    {
        var start = html.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + $"name=\"{name}\" value=\"".Length;
        return html[start..html.IndexOf('"', start)];
    }

    private static async Task<SampleHost> Start(string database)
    {
        var host = new SampleHost();
        host.Settings["KnowledgeBase:Storage:Provider"] = "Postgres";
        host.Settings["KnowledgeBase:Storage:ConnectionString"] = database;
        await host.InitializeAsync();
        return host;
    }
}
