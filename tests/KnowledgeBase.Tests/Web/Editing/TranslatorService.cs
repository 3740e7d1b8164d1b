using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Web.Editing;

/// <summary>A translator that keeps to the contract of decision 013: it takes exactly what the contract names and refuses everything else.
/// Its translation leaves Markdown as it is and marks every line of text, so that a test can find it again.</summary>
internal sealed class TranslatorService : IAsyncDisposable
{
    /// <summary>Stands in every line that the service translated.</summary>
    public const string Mark = "zqxmarker";

    private static readonly string[] s_names = ["from", "to", "id", "title", "summary", "markdown"];

    private readonly WebApplication _app;

    public TranslatorService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Map("/translate", Answer);
    }

    public string Address => _app.Urls.First() + "/translate";

    /// <summary>Questions that kept to the contract.</summary>
    public List<JsonElement> Asked { get; } = [];

    /// <summary>What is answered instead of a translation.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public Task Start() => _app.StartAsync();

    public Task Stop() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        var question = context.Request.HasJsonContentType() ? (await JsonDocument.ParseAsync(context.Request.Body)).RootElement : default;
        var isAsAgreed = context.Request.Method == HttpMethods.Post && question.ValueKind == JsonValueKind.Object
            && question.EnumerateObject().Select(p => p.Name).Order().SequenceEqual(s_names.Order()) && question.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String)
            && (question.GetProperty("from").GetString(), question.GetProperty("to").GetString()) is ("ja", "en") or ("en", "ja");
        if (!isAsAgreed)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Asked.Add(question);
        string Said(string name) => question.GetProperty(name).GetString()!;
        await context.Response.WriteAsJsonAsync(new { title = $"{Mark} {Said("title")}", summary = $"{Mark} {Said("summary")}", markdown = string.Join('\n', Said("markdown").Split('\n').Select(Translated)) });
    }

    private static string Translated(string line) => line.Length > 0 && char.IsLetter(line[0]) ? $"{Mark} {line}" : line;
}
