using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Web.Accounts;

/// <summary>A small provider of OAuth 2.0 on this machine that keeps to the rules: registered client and redirect address, one-time
/// codes, PKCE with S256, bearer tokens, user-info.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "knowledge-base";
    public const string ClientSecret = "only for this test";

    private readonly ConcurrentDictionary<string, (string Redirect, string Challenge)> _codes = new();
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private readonly WebApplication _app;

    private TestProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", (Delegate)Token);
        _app.MapGet("/userinfo", UserInfo);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>The redirect address that the client registered.</summary>
    public string Redirect { get; set; } = "";

    /// <summary>What user-info answers: whoever sits at the provider's sign-in page.</summary>
    public string Person { get; set; } = "{}";

    /// <summary>Why requests were refused.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    public static async Task<TestProvider> Start()
    {
        var provider = new TestProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Authorize(HttpContext context)
    {
        var q = context.Request.Query;
        if (q["client_id"] != ClientId || q["redirect_uri"] != Redirect) return Refuse("client or redirect address");
        if (q["response_type"] != "code" || q["code_challenge_method"] != "S256" || q["state"].ToString().Length < 20 || !q["scope"].ToString().Split(' ').Contains("openid")) return Refuse("shape of the request");
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (Redirect, q["code_challenge"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(Redirect, new Dictionary<string, string?> { ["code"] = code, ["state"] = q["state"] }));
    }

    private async Task<IResult> Token(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || form["grant_type"] != "authorization_code") return Refuse("client secret");
        if (!_codes.TryRemove(form["code"].ToString(), out var known) || form["redirect_uri"] != known.Redirect) return Refuse("code");
        if (WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != known.Challenge) return Refuse("verifier");
        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = true;
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 60 });
    }

    private IResult UserInfo(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] && _tokens.ContainsKey(token)
            ? Results.Text(Person, "application/json") : Results.Unauthorized();

    private IResult Refuse(string why)
    {
        Refusals.Enqueue(why);
        return Results.BadRequest();
    }
}
