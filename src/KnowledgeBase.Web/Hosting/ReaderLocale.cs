using KnowledgeBase.Content;
using Microsoft.AspNetCore.Localization;

namespace KnowledgeBase.Web.Hosting;

/// <summary>The language of a request: the first segment of its address, else what the browser asks for, else the default.</summary>
public static class ReaderLocale
{
    /// <summary>The cookie that an explicit choice of language sets; reading pages never set it.</summary>
    public const string Cookie = "lang";

    public static void Configure(RequestLocalizationOptions options)
    {
        var tags = Locale.All.Select(l => l.Tag).ToArray();
        options.SetDefaultCulture(Locale.Ja.Tag).AddSupportedCultures(tags).AddSupportedUICultures(tags);
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(c => Task.FromResult(OfAddress(c.Request) is { } l ? new ProviderCultureResult(l.Tag) : null)),
            new CustomRequestCultureProvider(c => Task.FromResult(Locale.Find(c.Request.Cookies[Cookie]) is { } l ? new ProviderCultureResult(l.Tag) : null)),
            // Ten wishes: a reader of many languages may name ours late.
            new AcceptLanguageHeaderRequestCultureProvider { MaximumAcceptLanguageHeaderValuesToTry = 10 },
        ];
    }

    /// <summary>The language negotiated for this request.</summary>
    public static Locale Of(HttpContext context) =>
        Locale.Find(context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.TwoLetterISOLanguageName) ?? Locale.Ja;

    private static Locale? OfAddress(HttpRequest request) =>
        request.Path.Value is { } path && path.Split('/', 3) is ["", var first, ..] ? Locale.Find(first) : null;
}
