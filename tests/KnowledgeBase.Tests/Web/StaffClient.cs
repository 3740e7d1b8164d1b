using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

/// <summary>Someone with an account at a running site: cookies are kept, redirects are shown, forms are filled in as a browser does.</summary>
public sealed partial class StaffClient : IDisposable
{
    public const string Password = "seven quiet lanterns";

    private static int s_number;

    private readonly CookieContainer _cookies = new();

    public StaffClient(Uri site) => Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site };

    public HttpClient Http { get; }

    public string Name { get; private init; } = "";

    /// <summary>The account as the store has it.</summary>
    public string Id { get; private init; } = "";

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    /// <summary>Adds an account of this role and signs it in through the page.</summary>
    /// <param name="role">One of <see cref="Roles"/>, or null for an account without one.</param>
    public static async Task<StaffClient> SignIn(Uri site, IServiceProvider services, string? role)
    {
        var number = Interlocked.Increment(ref s_number);
        var name = $"{role ?? "none"}-{number}";
        Assert.Equal(AccountChange.Done, await services.GetRequiredService<AccountBook>().Add("test", name, role, Password));
        var account = (await services.GetRequiredService<IAccountStore>().FindByKey(name))!;
        var client = new StaffClient(site) { Name = name, Id = account.Id };
        using var answer = await client.SignIn(name, Password);
        Assert.Equal("/account", answer.Headers.Location?.OriginalString);
        return client;
    }

    public Task<HttpResponseMessage> SignIn(string name, string password, string query = "") =>
        Post("/account/sign-in" + query, new() { ["name"] = name, ["password"] = password }, "sign-in");

    public Task<HttpResponseMessage> Get(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page as text, with its references decoded.</summary>
    public async Task<string> Text(string path)
    {
        using var response = await Get(path);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page, takes the token of its forms, and sends a form.</summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="handler">Name of a form that its own page handles; null for one with an action.</param>
    /// <param name="action">Where it is sent; by default to the page.</param>
    public Task<HttpResponseMessage> Post(string page, Dictionary<string, string> fields, string? handler = null, string? action = null) => PostAll(page, fields, handler, action);

    /// <summary>As <see cref="Post"/>, with fields of one name several times.</summary>
    public async Task<HttpResponseMessage> PostAll(string page, IEnumerable<KeyValuePair<string, string>> fields, string? handler = null, string? action = null)
    {
        using var opened = await Get(page);
        var html = await opened.Content.ReadAsStringAsync();
        Assert.True(opened.IsSuccessStatusCode, $"{page}: {opened.StatusCode}");
        if (handler is not null) Assert.Contains($"value=\"{handler}\"", html, StringComparison.Ordinal);
        var form = fields.Append(new("__RequestVerificationToken", Token.Match(html).Groups[1].Value));
        return await SendAll(action ?? page, handler is null ? form : form.Append(new("_handler", handler)));
    }

    /// <summary>Sends fields as they are, from an address of its own: no test uses up the attempts of another.</summary>
    public Task<HttpResponseMessage> Send(string path, Dictionary<string, string> fields, params (string Name, string Value)[] headers) => SendAll(path, fields, headers);

    private async Task<HttpResponseMessage> SendAll(string path, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        if (!headers.Any(h => h.Name == "X-Forwarded-For"))
            request.Headers.Add("X-Forwarded-For", new IPAddress(Interlocked.Increment(ref s_number) + 0x0A00_0000L).ToString());
        if (!headers.Any(h => h.Name == "Origin")) request.Headers.Add("Origin", Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token { get; }
}
