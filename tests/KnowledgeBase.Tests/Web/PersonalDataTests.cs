using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using KnowledgeBase.Site.Insights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Web;

/// <summary>Feature 109: what says who somebody is goes nowhere.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private const string Key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";
    private const string Mail = "hanako.yamada@personal.example";
    private const string Telephone = "090-1234-5678";
    private const string Name = "YamadaHanako4711";
    private const string Address = "203.0.113.77";
    private const string Agent = "VeryOwnBrowser/47.11";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-personal-");

    [Fact(DisplayName = "Feature 109: a product key, a mail address, a telephone number, a name, an address and a browser that come with searches, votes, requests and sign-ins stand in no log and no telemetry, and in no file but a name among the counted words")]
    public async Task NothingPersonalIsKept()
    {
        var log = new LogOfAll();
        var sent = Channel.CreateUnbounded<byte[]>();
        await using (var collector = Receiver(sent.Writer))
        {
            await collector.StartAsync();
            var sample = new SampleHost();
            foreach (var (key, value) in new[] { ("KnowledgeBase:DataPath", _data.FullName), ("KnowledgeBase:Telemetry:OtlpEndpoint", collector.Urls.First()), ("KnowledgeBase:Telemetry:TraceShare", "1"), ("KnowledgeBase:Telemetry:MetricSeconds", "1") })
                sample.Settings[key] = value;
            var site = sample.WithWebHostBuilder(b => b.ConfigureLogging(l => l.AddProvider(log)));
            site.UseKestrel(0);
            site.StartServer();
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.ClientOptions.BaseAddress };
            foreach (var text in new[] { Key, Mail, Telephone, Name })
                foreach (var path in new[] { "/en/search?q=", "/ja/search?go=1&q=", "/api/search?lang=en&q=", "/api/suggest?q=", "/api/codes/", "/en/codes/", "/c/", "/a/", "/en/articles/", "/en/guides/windows-activation?code=", "/account/sign-in?ReturnUrl=/desk/", "/nowhere/" })
                    await Send(client, HttpMethod.Get, path + Uri.EscapeDataString("no such thing " + text));
            foreach (var text in new[] { Key, Mail, Telephone, Name })
            {
                await Send(client, HttpMethod.Post, "/en/requests", ("kind", "query"), ("subject", "help " + text), ("q", "help " + text));
                await Send(client, HttpMethod.Post, "/en/votes", ("page", "code/0xC004F213"), ("revision", text), ("helpful", "no"), ("q", text));
                await Send(client, HttpMethod.Post, "/en/pastes", ("text", $"Hello {text}, 0xC004F213"));
                await Send(client, HttpMethod.Post, "/en/guides/windows-activation/pasted", ("text", $"{text} 0xC004F211"));
                await Send(client, HttpMethod.Post, "/account/sign-in", ("name", Name), ("password", text));
            }

            await site.Services.GetRequiredService<EventRecorder>().Flush();
            Assert.Contains(await site.Services.GetRequiredService<IEventStore>().Searches(DateOnly.MinValue, DateOnly.MaxValue), s => s.Query.Contains("such thing", StringComparison.Ordinal));
            await site.DisposeAsync();
            await ((IAsyncLifetime)sample).DisposeAsync();
        }

        sent.Writer.Complete();
        var telemetry = new StringBuilder();
        await foreach (var body in sent.Reader.ReadAllAsync()) telemetry.Append(Encoding.UTF8.GetString(body));
        var written = string.Concat(_data.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => Encoding.UTF8.GetString(File.ReadAllBytes(f.FullName))));
        Assert.True(telemetry.Length > 1000 && written.Length > 1000 && !log.Lines.IsEmpty, $"{telemetry.Length} characters of telemetry, {written.Length} of files, {log.Lines.Count} lines of log: the test says little");
        foreach (var secret in new[] { Key, Key.Replace("-", "", StringComparison.Ordinal), "9MPGT", Mail, "hanako.yamada", Telephone, "12345678", Address, Agent })
        {
            Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, telemetry.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(log.Lines, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain(Name, telemetry.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(log.Lines, l => l.Contains(Name, StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => _data.Delete(true);

    private static async Task Send(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        request.Headers.Add("X-Forwarded-For", Address);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await client.SendAsync(request);
        Assert.True((int)response.StatusCode < 500, $"{path}: {(int)response.StatusCode}");
    }

    private static WebApplication Receiver(ChannelWriter<byte[]> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            await received.WriteAsync(body.ToArray());
            context.Response.StatusCode = StatusCodes.Status200OK;
        });
        return collector;
    }

    /// <summary>Keeps what the site logs at the levels that it ships with, and the scopes around it.</summary>
    private sealed class LogOfAll : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => _scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder(formatter(state, exception)).Append(exception);
            _scopes?.ForEachScope((scope, text) => text.Append(' ').Append(scope), line);
            Lines.Add(line.ToString());
        }

        public void Dispose()
        {
        }
    }
}
