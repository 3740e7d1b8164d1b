using System.Runtime.CompilerServices;
using System.Text.Json;
using KnowledgeBase.Web.Circuits;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class ScriptCallsTests(SampleHost site)
{
    [Fact(DisplayName = "PERF-4: a circuit writes the arguments of its calls as the framework does, without describing every type to its serialiser")]
    public void ArgumentsAreWrittenAlike()
    {
        using var scope = site.Services.CreateScope();
        var runtime = Assert.IsAssignableFrom<JSRuntime>(scope.ServiceProvider.GetRequiredService<IJSRuntime>());
        Assert.StartsWith("Microsoft.AspNetCore.Components.Server", runtime.GetType().FullName, StringComparison.Ordinal);
        var options = OptionsOf(runtime);
        Assert.Contains(CallArguments.Instance, options.Converters);
        var plain = Plain(options);
        object?[] call =
        [
            7, -1L, 1.5, true, "a\u3042<'\"\\\u2028", "", null, new DateOnly(2026, 11, 21), new NavigationOptions { ReplaceHistoryEntry = true },
            new Dictionary<string, List<string>>(), new Dictionary<string, List<string>> { ["Key"] = ["x"] }, new[] { 1, 2 }, new object?[] { "in", 3, null }, new ElementReference("7"),
        ];
        Assert.Equal(JsonSerializer.Serialize(call, plain), JsonSerializer.Serialize(call, options));
        Assert.Equal(["a", null], JsonSerializer.Deserialize<object?[]>("[\"a\",null]", options)!.Select(o => o?.ToString()));
    }

    private static JsonSerializerOptions Plain(JsonSerializerOptions options)
    {
        var plain = new JsonSerializerOptions(options);
        plain.Converters.Remove(CallArguments.Instance);
        return plain;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);
}
