using System.Net;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Site.Editing;
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

    [Fact(DisplayName = "Feature 127: a save on one replica is sent to the remote and read on the other by a notice alone, and the other's next save lies on top of it")]
    public async Task SavesTravelByNotice()
    {
        const string page = "articles/hardware/hardware-change-impact.en.md";
        var database = server.NewDatabase();
        var (one, two) = (new SampleHost(), new SampleHost());
        using var remote = new TempContent();
        var bare = Path.Combine(remote.Folder, "bare");
        EditingDesk.Run(one.Content.Folder, "init", "-q", "-b", "main");
        EditingDesk.Run(one.Content.Folder, "add", "-A");
        EditingDesk.Run(one.Content.Folder, "-c", "user.name=Hand", "-c", "user.email=hand@kb.example", "commit", "-q", "-m", "Begin");
        EditingDesk.Run(remote.Folder, "clone", "-q", "--bare", one.Content.Folder, bare);
        EditingDesk.Run(two.Content.Folder, "init", "-q", "-b", "main");
        foreach (var host in new[] { one, two })
        {
            EditingDesk.Run(host.Content.Folder, "remote", "add", "origin", bare);
            EditingDesk.Run(host.Content.Folder, "fetch", "-q", "origin");
            EditingDesk.Run(host.Content.Folder, "reset", "-q", "origin/main");
            host.Settings["KnowledgeBase:Editing:Remote"] = "origin";
            // So late that only a notice can be what is quicker.
            host.Settings["KnowledgeBase:Editing:SyncSeconds"] = "3600";
            await Start(host, database);
        }

        try
        {
            foreach (var host in new[] { one, two }) await Until(() => host.Services.GetRequiredService<GitExchange>().Newest is not null);
            await Save(one, "title: ", "title: First ");
            await Until(() => Title(two).StartsWith("First ", StringComparison.Ordinal));
            Assert.Contains("First ", await two.Text("/en/articles/hardware-change-impact"), StringComparison.Ordinal);
            await Save(two, "title: First ", "title: Second ");
            await Until(() => Title(one).StartsWith("Second ", StringComparison.Ordinal));
            Assert.Equal("3", EditingDesk.Run(bare, "rev-list", "--count", "main"));
        }
        finally
        {
            await ((IAsyncLifetime)one).DisposeAsync();
            await ((IAsyncLifetime)two).DisposeAsync();
        }

        static string Title(SampleHost host) => host.Services.GetRequiredService<CurrentSite>().Snapshot.Content.Articles.Single(a => a.Path == page).Title;

        static async Task Save(SampleHost host, string from, string to)
        {
            var file = host.Services.GetRequiredService<ContentWorkspace>().Open(page)!;
            Assert.IsType<SaveResult.Saved>(await host.Services.GetRequiredService<SaveFiles>().Save(
                new([new(page, file.Revision, file.Text.Replace(from, to, StringComparison.Ordinal))], EditingDesk.Aya, "Say it better", ChangeClass.Minor)));
        }
    }

    /// <summary>Waits for what another thread does; a minute is for a machine that does much else.</summary>
    private static async Task Until(Func<bool> isSo)
    {
        for (var i = 0; i < 1200 && !isSo(); i++) await Task.Delay(50);
        Assert.True(isSo());
    }

    private static IDataProtector Protector(SampleHost host) => host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a test");

    private static string Field(string html, string name)
    {
        var start = html.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + $"name=\"{name}\" value=\"".Length;
        return html[start..html.IndexOf('"', start)];
    }

    private static Task<SampleHost> Start(string database) => Start(new SampleHost(), database);

    private static async Task<SampleHost> Start(SampleHost host, string database)
    {
        host.Settings["KnowledgeBase:Storage:Provider"] = "Postgres";
        host.Settings["KnowledgeBase:Storage:ConnectionString"] = database;
        await host.InitializeAsync();
        return host;
    }
}
