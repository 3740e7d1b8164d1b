using System.Text;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Tests;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>SEC-1 where it counts: what an author writes, in a page that no policy protects.</summary>
[Collection(SharedSite.Name)]
public sealed class InjectionTests(RunningSite site)
{
    private const int AtOnce = 64;
    private const int Uncleaned = 40;

    // Everything that payloads call to show that they ran.
    private const string Watch = """
        self.ran = [];
        for (const name of ["alert", "confirm", "prompt", "print", "open"]) self[name] = () => { self.ran.push(name + "()"); };
        """;

    // What waits for a reader is set off, and addresses are read as the browser reads them.
    private const string SetOff = """
        () => {
          for (const e of document.querySelectorAll("*"))
            for (const kind of ["load", "error", "mouseover", "mouseenter", "mousemove", "pointerdown", "focus", "blur", "click", "keydown", "toggle", "animationstart", "animationend", "transitionend", "input", "change"])
              e.dispatchEvent(new Event(kind));
          for (const e of document.querySelectorAll("[href], [src], [action], [formaction], [data], [poster], [xlink\\:href]"))
            for (const name of ["href", "src", "action", "formaction", "data", "poster", "xlink:href"]) {
              const value = e.getAttribute(name);
              if (value === null) continue;
              const link = document.createElement("a");
              link.href = value;
              if (["javascript:", "vbscript:", "data:", "blob:", "file:"].includes(link.protocol)) self.ran.push(`${name}=${value}`);
            }
          return self.ran;
        }
        """;

    [BrowserFact(DisplayName = "SEC-1: in a page without any policy no script injection of the hostile set runs or fetches something once it went through an article, and many do as they are")]
    public async Task NothingRuns()
    {
        List<string> payloads = [.. File.ReadLines(Repository.Hostile("xss-markdown.jsonl")).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("markdown").GetString()!)];
        var active = 0;
        foreach (var payload in payloads.Take(Uncleaned))
            if ((await Ran(payload)).Count > 0) active++;
        Assert.True(active > Uncleaned / 5, $"only {active} of {Uncleaned} payloads run as they are: the watch sees too little");

        var found = new List<string>();
        foreach (var some in payloads.Chunk(AtOnce)) found.AddRange(await Ran(string.Concat(some.Select(p => $"<div>{AsArticle(p)}</div>"))));
        Assert.Empty(found);
    }

    private static string AsArticle(string markdown)
    {
        var article = ArticleParser.Parse(new("articles/activation/x.en.md", Encoding.UTF8.GetBytes(markdown)), ArticleContext.Empty).Article;
        return article is null ? "" : article.LeadHtml + string.Concat(article.Sections.Select(s => s.Html));
    }

    private async Task<List<string>> Ran(string html)
    {
        await using var context = await site.Window();
        var page = await context.NewPageAsync();
        var ran = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Type);
            await dialog.DismissAsync();
        };
        // Nothing is there to fetch from; that something is asked for counts.
        await page.RouteAsync("**/*", async route =>
        {
            ran.Add(route.Request.Url);
            await route.AbortAsync();
        });
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync("about:blank");
        await page.SetContentAsync("<!doctype html><html><body>" + html, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        ran.AddRange(await page.EvaluateAsync<string[]>(SetOff) ?? []);
        return ran;
    }
}
