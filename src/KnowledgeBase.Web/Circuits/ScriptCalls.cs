using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.JSInterop;

namespace KnowledgeBase.Web.Circuits;

/// <summary>Keeps small what a circuit holds for calling the browser. Each circuit has serialiser options of its own, and with the first
/// call, which every circuit makes, the framework filled them with descriptions of forty types: half of what an idle circuit held.</summary>
public static class ScriptCalls
{
    /// <summary>To be called after the framework has registered the runtime of its circuits.</summary>
    public static void KeepSmall(IServiceCollection services)
    {
        var registered = services.Last(s => s.ServiceType == typeof(IJSRuntime));
        // Where the framework registers it another way, circuits work as they are, only larger.
        if (registered.ImplementationType is not { } type || !type.IsAssignableTo(typeof(JSRuntime))) return;
        var make = ActivatorUtilities.CreateFactory(type, []);
        services.Replace(ServiceDescriptor.Describe(typeof(IJSRuntime), Make, registered.Lifetime));

        object Make(IServiceProvider provider)
        {
            var runtime = (JSRuntime)make(provider, null);
            OptionsOf(runtime).Converters.Add(CallArguments.Instance);
            return runtime;
        }
    }

    // Protected: meant for runtimes, of which the framework's own is closed.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);
}
