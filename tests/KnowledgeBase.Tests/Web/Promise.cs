using System.Net;
using AngleSharp.Html.Parser;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Web;

/// <summary>Follows an address as a browser would: over redirects, with its anchor, and over anchors that say where they moved.</summary>
internal static class Promise
{
    private const int MostHops = 6;

    /// <returns>What of the address leads nowhere any more.</returns>
    public static async Task<IReadOnlyList<string>> Check(HttpClient client, PublicAddress address)
    {
        var lost = new List<string>();
        var (status, html, landed) = await Follow(client, address.Path);
        if (status != HttpStatusCode.OK) return [$"{address.Path}: {(int)status} at {landed}"];
        if (address.Anchors.Count == 0) return [];
        var page = new HtmlParser().ParseDocument(html);
        foreach (var anchor in address.Anchors)
        {
            var element = page.GetElementById(anchor);
            if (element is null) lost.Add($"{address.Path}#{anchor}: not on {landed}");
            else if (element.HasAttribute("data-moved")) lost.AddRange(await Moved(client, $"{address.Path}#{anchor}", element.QuerySelector("a")!.GetAttribute("href")!));
        }

        return lost;
    }

    private static async Task<IReadOnlyList<string>> Moved(HttpClient client, string from, string to)
    {
        var parts = to.Split('#', 2);
        var further = await Check(client, new(parts[0], parts.Length > 1 ? [parts[1]] : []));
        return [.. further.Select(f => $"{from} moved to {f}")];
    }

    private static async Task<(HttpStatusCode Status, string Html, string Landed)> Follow(HttpClient client, string path)
    {
        for (var hops = 0; ; hops++)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (!SampleHost.IsRedirect(answer.StatusCode) || hops == MostHops) return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), path);
            path = new Uri(new Uri(client.BaseAddress!, path), answer.Headers.Location!).PathAndQuery;
        }
    }
}
