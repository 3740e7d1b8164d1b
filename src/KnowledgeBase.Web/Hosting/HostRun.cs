using System.Diagnostics.CodeAnalysis;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Starts, warms up, says where it listens, and ends with a plain message where it cannot start.</summary>
public static class HostRun
{
    [SuppressMessage("Design", "CA1031", Justification = "A page that fails while warming up fails visibly when asked for.")]
    public static async Task RunUntilStopped(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is OptionsValidationException or ContentUnusableException or DirectoryNotFoundException)
        {
            await Console.Error.WriteLineAsync("The site did not start. " + (e is OptionsValidationException o ? string.Join('\n', o.Failures) : e.Message));
            Environment.ExitCode = 1;
            return;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
        {
            try
            {
                // The first rendering of a page compiles it: better now than for the first reader.
                using var client = new HttpClient { BaseAddress = new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)) };
                foreach (var locale in Locale.All) await client.GetAsync(new Uri(Urls.Home(locale), UriKind.Relative));
            }
            catch (Exception)
            {
                // Not reachable from here (a socket, another network): the reader's first page warms it up.
            }

            await Console.Out.WriteLineAsync($"Knowledge base ready: {address}");
        }

        await app.WaitForShutdownAsync();
    }
}
