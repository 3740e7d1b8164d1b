using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Counting;

/// <summary>Tells people from programs, as far as these say what they are: a crawler's visits say nothing about what readers look for.</summary>
public static partial class Readers
{
    private static readonly object s_mark = new();

    /// <summary>Whether a page was asked for by somebody who reads it: no program that names itself, no look ahead of a browser, no
    /// question for the head alone.</summary>
    public static bool IsOne(HttpContext? context) => context?.Items.ContainsKey(s_mark) == true;

    internal static void Mark(HttpContext context)
    {
        if (IsReading(context.Request)) context.Items[s_mark] = true;
    }

    /// <summary>Who looks at a draft is no reader.</summary>
    internal static void Unmark(HttpContext context) => context.Items.Remove(s_mark);

    /// <summary>The same of a request that no mark was set on.</summary>
    public static bool IsReading(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method) && agent.Length > 0 && !Program.IsMatch(agent)
            && !request.Headers.ContainsKey("Purpose") && !request.Headers.ContainsKey("Sec-Purpose");
    }

    [GeneratedRegex("bot|crawl|spider|slurp|fetch|monitor|preview|scan|check|curl|wget|python|java/|go-http|httpclient|okhttp|libwww|axios|node|headless|lighthouse|facebookexternalhit", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Program { get; }
}
