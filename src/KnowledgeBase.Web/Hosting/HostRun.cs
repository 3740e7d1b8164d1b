using System.Diagnostics.CodeAnalysis;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Caching;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Starts, warms up, says where it listens, and ends with a plain message where it cannot start.</summary>
public static class HostRun
{
    /// <summary>Reads the settings before anything is built on them; false after saying what is wrong with them.</summary>
    public static bool CanStart(this WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
            return true;
        }
        catch (Exception e) when (Reason(e) is not null)
        {
            GiveUp(Reason(e)!);
            return false;
        }
    }

    /// <summary>Says why the site does not start, for people and for whoever supervises the process.</summary>
    public static void GiveUp(string reason)
    {
        Console.Error.WriteLine("The site did not start. " + reason);
        Environment.ExitCode = 1;
    }

    public static async Task RunUntilStopped(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (Reason(e) is not null)
        {
            GiveUp(Reason(e)!);
            return;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
        {
            // The first rendering of a page compiles it: better now than for the first reader.
            using (var client = Client(address)) await WarmUp(client);
            await Console.Out.WriteLineAsync($"Knowledge base ready: {address}");
        }

        using var stop = new CancellationTokenSource();
        var prebuilding = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) is { } own ? Prebuild(app, own, stop.Token) : Task.CompletedTask;
        await app.WaitForShutdownAsync();
        await stop.CancelAsync();
        await prebuilding;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A page that fails while warming up fails visibly when asked for.")]
    private static async Task WarmUp(HttpClient client)
    {
        try
        {
            foreach (var locale in Locale.All) await client.GetAsync(new Uri(Urls.Home(locale), UriKind.Relative));
        }
        catch (Exception)
        {
            // Not reachable from here (a socket, another network): the reader's first page warms it up.
        }
    }

    private static async Task Prebuild(WebApplication app, string address, CancellationToken stop)
    {
        using var client = Client(address);
        var host = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl is { } own ? new Uri(own).Authority : client.BaseAddress!.Authority;
        await app.Services.GetRequiredService<PagePrebuilding>().Run(client, host, stop);
    }

    private static HttpClient Client(string address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        BaseAddress = new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)),
    };

    /// <summary>What whoever runs the site can put right; null for a bug, which shows its trace.</summary>
    private static string? Reason(Exception e) => e switch
    {
        OptionsValidationException o => string.Join('\n', o.Failures),
        ContentUnusableException or DirectoryNotFoundException => e.Message,
        // A value of the wrong kind, such as a word for a number; the message names the key.
        InvalidOperationException when e.Message.Contains(SiteOptions.Section + ":", StringComparison.Ordinal) => e.Message,
        // The address is taken, or not ours.
        IOException => e.Message,
        _ => null,
    };
}
