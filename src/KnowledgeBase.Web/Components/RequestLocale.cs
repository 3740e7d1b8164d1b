using System.Globalization;
using KnowledgeBase.Content;
using Microsoft.AspNetCore.Diagnostics;

namespace KnowledgeBase.Web.Components;

/// <summary>The language of a page that no route named: a missing page and an error are shown in the language of the address that
/// was asked for, else in the one negotiated for the request.</summary>
public static class RequestLocale
{
    public static Locale Of(HttpContext? context)
    {
        var original = context?.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? context?.Features.Get<IExceptionHandlerPathFeature>()?.Path
            ?? context?.Request.Path.Value;
        return OfPath(original) ?? Locale.Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Locale.Ja;
    }

    /// <summary>The language that the first segment names, or null.</summary>
    public static Locale? OfPath(string? path) => path is null ? null : Locale.Find(path.Split('/', 3) is ["", var first, ..] ? first : null);
}
