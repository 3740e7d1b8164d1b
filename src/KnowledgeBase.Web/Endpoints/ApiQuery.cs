using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Reads the parameters that the API's addresses share.</summary>
public static class ApiQuery
{
    public const string LangMeaning = "Language of the texts: ja or en. Without it the language that the request's Accept-Language asks for.";

    /// <summary>`lang`: absent means the request's language.</summary>
    public static bool TryLocale(HttpContext context, string? lang, out Locale locale, [NotNullWhen(false)] out ValidationProblem? problem)
    {
        // No cache may give one reader's language to another.
        if (lang is null) context.Response.Headers.Append(HeaderNames.Vary, "Accept-Language, Cookie");
        locale = lang is null ? ReaderLocale.Of(context) : Locale.Find(lang) ?? Locale.Ja;
        problem = lang is null || Locale.Find(lang) is not null ? null : Problems.Parameter("lang", "Use ja or en.");
        return problem is null;
    }

    /// <summary>A whole number in a range; absent means the default.</summary>
    public static bool TryNumber(string name, string? text, (int Default, int Least, int Most) range, out int number, [NotNullWhen(false)] out ValidationProblem? problem)
    {
        number = range.Default;
        problem = text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= range.Least && number <= range.Most)
            ? null : Problems.Parameter(name, $"Use a whole number from {range.Least} to {range.Most}.");
        return problem is null;
    }
}
