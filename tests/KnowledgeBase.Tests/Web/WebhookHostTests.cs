using System.Text.Json;
using KnowledgeBase.Site.Webhooks;
using KnowledgeBase.Tests.Site.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

public sealed class WebhookHostTests : IAsyncLifetime
{
    private const string English = "articles/hardware/hardware-change-impact.en.md";

    private readonly SampleHost _site = new();
    private Receiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _receiver = await Receiver.Start();
        _site.Settings["KnowledgeBase:BaseUrl"] = "https://kb.example";
        _site.Settings["KnowledgeBase:Webhooks:AllowPrivate"] = "true";
        _site.Settings["KnowledgeBase:Webhooks:Targets:0:Address"] = _receiver.Address;
        _site.Settings["KnowledgeBase:Webhooks:Targets:0:Secret"] = _receiver.Secret;
        await _site.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact(DisplayName = "Feature 116: a page that goes live on the running site is told; a target that fails shows in its health until it answers again")]
    public async Task RunningSiteTells()
    {
        var store = _site.Services.GetRequiredService<IWebhookStore>();
        await Until(async () => await store.Latest() is not null);
        _receiver.Answer = 500;
        _site.Content.Change(English, "title: How a hardware change affects activation", "title: Quite another title");
        Assert.True(_site.Rebuilder.Refresh());
        await Until(async () => await IsWaiting());
        Assert.Contains("webhooks not delivered", await _site.Text("/health/ready"), StringComparison.Ordinal);
        _receiver.Answer = 204;
        await Until(async () => !await IsWaiting());
        Assert.Empty(_receiver.Forged);
        var page = Assert.Single(_receiver.Got.Last().Body.GetProperty("data").GetProperty("pages").EnumerateArray());
        Assert.Equal(("Quite another title", "https://kb.example/en/articles/hardware-change-impact"), (page.GetProperty("title").GetString(), page.GetProperty("url").GetString()));
    }

    private async Task<bool> IsWaiting() => JsonDocument.Parse(await _site.Text("/health/ready")).RootElement.GetProperty("webhooksWait").GetBoolean();

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo()) await Task.Delay(50, patience.Token);
    }
}
