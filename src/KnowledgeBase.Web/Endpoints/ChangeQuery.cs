using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Reads which changes an address asks for, and says it in words.</summary>
/// <param name="Wrong">Name of a parameter with a value that no page can have; null when all is right.</param>
public sealed record ChangeQuery(ChangeFilter Filter, string? Wrong)
{
    public static ChangeQuery Read(string query, SiteSnapshot site)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? wrong = null;
        string? Known(string key, IEnumerable<string> all)
        {
            if (!values.TryGetValue(key, out var found) || found[^1] is not { Length: > 0 } value) return null;
            var known = all.FirstOrDefault(k => k == value);
            if (known is null) wrong ??= key;
            return known;
        }

        ErrorCode? code = null;
        if (values.TryGetValue("code", out var written) && written[^1] is { Length: > 0 } form)
        {
            if (ErrorCode.TryParse(form, out var read)) code = read;
            else wrong = "code";
        }

        return new(new(code, Known("os", AppliesTo.KnownOs), Known("licence", AppliesTo.KnownLicences), Known("category", site.Content.Categories.Select(c => c.Id))), wrong);
    }

    /// <summary>`Changes: 0xC004F213, Windows 11`.</summary>
    public static string Name(SiteSnapshot site, Locale locale, ChangeFilter filter)
    {
        var t = UiText.For(locale);
        var parts = new[]
        {
            filter.Code?.Hex, filter.Os is null ? null : t.Name("Os", filter.Os), filter.Licence is null ? null : t.Name("Licence", filter.Licence),
            filter.Category is null ? null : site.Category(filter.Category)?.Title.In(locale),
        }.OfType<string>().ToList();
        return parts.Count == 0 ? t["Changes"] : t.Format("ChangesOf", t.List(parts));
    }
}
