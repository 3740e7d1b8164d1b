using System.Collections.Concurrent;
using System.Net;
using System.Text;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Caching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

/// <summary>The real host with Kestrel on a free port, serving a copy of the sample site.</summary>
public sealed class SampleHost : WebApplicationFactory<PageStore>, IAsyncLifetime
{
    internal TempContent Content { get; } = TempContent.CopyOf("tests", "data", "site");

    /// <summary>Further settings, set before the host starts.</summary>
    internal Dictionary<string, string> Settings { get; } = [];

    private readonly ConcurrentDictionary<string, Lazy<Task<StaffClient>>> _staff = new();

    public HttpClient Client { get; private set; } = new();

    public SiteRebuilder Rebuilder => Services.GetRequiredService<SiteRebuilder>();

    public Task InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress };
        return Task.CompletedTask;
    }

    /// <summary>Someone signed in with this role, shared by the tests of the host; see <see cref="StaffClient.SignIn(Uri, IServiceProvider, string?)"/> for one of your own.</summary>
    public Task<StaffClient> As(string role) => _staff.GetOrAdd(role, r => new(() => NewStaff(r))).Value;

    /// <summary>Someone new, signed in; for tests that change the account.</summary>
    public Task<StaffClient> NewStaff(string? role) => StaffClient.SignIn(Client.BaseAddress!, Services, role);

    /// <summary>Sends a path as it is: dots, backslashes and percent signs are not tidied up as a client would do.</summary>
    public Task<HttpResponseMessage> GetRaw(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var address = new Uri(Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + Printable(path), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    /// <summary>Sends a form as a browser of this visitor would from a page of the site itself.</summary>
    /// <param name="visitor">Address of the visitor, told as a proxy on this machine would.</param>
    public async Task<HttpResponseMessage> Post(string path, string visitor, Dictionary<string, string> form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        var own = new (string Name, string Value)[] { ("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority)), ("X-Forwarded-For", visitor) };
        foreach (var (name, value) in own.Where(o => !headers.Any(h => h.Name == o.Name)).Concat(headers))
            if (value.Length > 0) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async Task<string> Text(string path) => await (await GetRaw(path)).Content.ReadAsStringAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.UseSetting("KnowledgeBase:ContentPath", Content.Folder)
            .UseSetting("KnowledgeBase:RescanSeconds", "3600")
            .UseSetting("KnowledgeBase:AllowedHosts:0", "kb.example");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        Client.Dispose();
        await DisposeAsync();
        Content.Dispose();
    }

    /// <summary>What cannot stand in a request line is percent-encoded as UTF-8; the rest stays.</summary>
    private static string Printable(string path)
    {
        var line = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(path))
            if (b is > 0x20 and < 0x7F and not (byte)'#') line.Append((char)b);
            else line.Append('%').Append(b.ToString("X2"));
        return line.ToString();
    }

    internal static bool IsRedirect(HttpStatusCode status) => (int)status is >= 300 and < 400 and not 304;
}
