using KnowledgeBase.Web.Caching;
using KnowledgeBase.Web.Circuits;
using KnowledgeBase.Web.Editing;
using KnowledgeBase.Web.Security;
using Microsoft.AspNetCore.Components.Server;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Registers what renders and keeps pages.</summary>
public static class PageServices
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents(Configure);
        ScriptCalls.KeepSmall(services);
        services.AddSignalR(o => (o.MaximumReceiveMessageSize, o.EnableDetailedErrors, o.MaximumParallelInvocationsPerClient) = (32 * 1024, false, 1));
        services.AddSingleton<CircuitCount>();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<TextEditing>();
        services.AddSingleton<EditableArticles>();
        services.AddSingleton<PageStore>();
        services.AddSingleton<PagePrebuilding>();
        services.AddRequestLocalization(o => ReaderLocale.Configure(o));
        services.AddAntiforgery(o => o.SuppressXFrameOptionsHeader = true);
        CookieFreeAntiforgery.Wrap(services);
        services.AddProblemDetails();
        // A request that cannot be read is the sender's mistake, in development too.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        // Pages compress themselves; this is for the API and the XML surfaces. They carry no secret, so length tells nothing.
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["application/json", "application/problem+json", "application/xml", "application/atom+xml", "image/svg+xml"];
        });
    }

    /// <summary>Circuits serve the guided check only: few, small, and without compression, which costs more memory than it saves here.</summary>
    private static void Configure(CircuitOptions circuits)
    {
        circuits.DetailedErrors = false;
        circuits.DisconnectedCircuitMaxRetained = 100;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
        // What is left of an ended circuit; the state of our islands is their address anyway.
        circuits.PersistedCircuitInMemoryMaxRetained = 100;
        circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(10);
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
    }
}
