using System.Text;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Tests.Site.Editing;
using Microsoft.AspNetCore.Http;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

/// <summary>The button that asks a machine for a translation, against a translator that really runs.</summary>
public sealed class MachineTranslationPageTests : IAsyncLifetime
{
    private const string Page = "/edit/translations/check-activation-state";
    private const string Written = "articles/activation/check-activation-state.en.md";

    private readonly TranslatorService _translator = new();
    private readonly EditingSite _site = new();

    public async Task InitializeAsync()
    {
        await _translator.Start();
        _site.Host.Settings["KnowledgeBase:Editing:TranslatorUrl"] = _translator.Address;
        _site.Host.Settings["KnowledgeBase:Editing:TranslatorTimeoutSeconds"] = "1";
        await _site.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _translator.DisposeAsync();
    }

    [Fact(DisplayName = "Feature 97: the button asks the translator as documented and makes a marked draft, which no reader sees and no single editor can publish")]
    public async Task AMachineMakesADraft()
    {
        using var editor = await _site.Editor();
        var commits = Commits();
        var (to, html) = await Press(editor, Page, "translation", "machine");
        Assert.True(to is not null, html);
        var asked = Assert.Single(_translator.Asked);
        Assert.Equal(("ja", "en", "check-activation-state"), (asked.GetProperty("from").GetString(), asked.GetProperty("to").GetString(), asked.GetProperty("id").GetString()));
        Assert.DoesNotContain("translated-from", asked.GetProperty("markdown").GetString(), StringComparison.Ordinal);

        var draft = await editor.Text(to!);
        Assert.Contains(Written, draft, StringComparison.Ordinal);
        var text = Fields(draft)["text-0"];
        Assert.Contains("machine-translated: true\n", text, StringComparison.Ordinal);
        Assert.Contains($"title: \"{TranslatorService.Mark} ", text, StringComparison.Ordinal);
        Assert.Contains("translated-from: \"", text, StringComparison.Ordinal);

        // Publishing is refused as long as nobody else has read it.
        var (published, said) = await Press(editor, to!.Split('?')[0], "edit", "save");
        Assert.Null(published);
        Assert.Contains("it holds machine-translated text that nobody has read.", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_site.Host.Content.Folder, Written)));
        Assert.Equal(commits, Commits());
        foreach (var path in new[] { "/en/articles/check-activation-state", "/ja/articles/check-activation-state", "/en", "/en/changes", "/en/feed.xml", "/sitemap.xml", $"/en/search?q={TranslatorService.Mark}", $"/api/search?q={TranslatorService.Mark}x&lang=en", $"/api/suggest?q={TranslatorService.Mark}&lang=en", "/api/articles/check-activation-state?lang=en" })
            Assert.DoesNotContain(TranslatorService.Mark + " ", await _site.Host.Text(path), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 97: a translator that is down, slow, or answers otherwise than agreed is told in words; nothing is kept, and the next try works")]
    public async Task FailuresAreTold()
    {
        using var editor = await _site.Editor();
        foreach (var (name, answer) in Failures())
        {
            _translator.Instead = answer;
            var (to, html) = await Press(editor, Page, "translation", "machine");
            Assert.True(to is null, $"{name} led to {to}");
            Assert.True(html.Contains("The translator did not help: The translator ", StringComparison.Ordinal), name);
            Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        }

        Assert.Empty(await _site.Get<Drafts>().All(Aya));
        _translator.Instead = null;
        Assert.NotNull((await Press(editor, Page, "translation", "machine")).To);

        await _translator.Stop();
        var (none, down) = await Press(editor, Page, "translation", "machine");
        Assert.Null(none);
        Assert.Contains("The translator did not help: The translator did not answer as agreed: ", down, StringComparison.Ordinal);
        Assert.Single(await _site.Get<Drafts>().All(Aya));
    }

    [Theory(DisplayName = "Feature 97: whatever a translator writes stays text: no script, no front matter of its own, no file of the server")]
    [InlineData("title", "x\"\nmachine-translated: false\npublished: 2000-01-01\n---\n<script>alert(1)</script>")]
    [InlineData("summary", "x\u2028machine-translated: false\u2029---\r\ny")]
    [InlineData("title", "x\u202e\\\" &{ *y ]")]
    [InlineData("markdown", "---\nmachine-translated: false\ntitle: mine\n---\n\ny")]
    [InlineData("markdown", "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1))\n\n{{include: ../../../../../etc/passwd}}")]
    public async Task WhatItWritesStaysText(string field, string hostile)
    {
        var texts = new Dictionary<string, string> { ["title"] = "Check it", ["summary"] = "Where to look.", ["markdown"] = "Text.\n" };
        texts[field] = hostile;
        _translator.Instead = c => c.Response.WriteAsJsonAsync(texts);
        using var editor = await _site.Editor();
        var (to, html) = await Press(editor, Page, "translation", "machine");
        if (to is null)
        {
            Assert.Contains("The translator did not help: ", html, StringComparison.Ordinal);
            return;
        }

        using var answer = await editor.Get(to);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, page);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("root:x:0", page, StringComparison.Ordinal);
        var lines = Fields(page)["text-0"].Split('\n');
        var front = lines[1..Array.IndexOf(lines, "---", 1)];
        Assert.Equal(["machine-translated: true"], front.Where(l => l.StartsWith("machine-translated", StringComparison.Ordinal)));
        Assert.Single(front, l => l.StartsWith("title:", StringComparison.Ordinal));
        Assert.DoesNotContain(front, l => l.StartsWith("published: 2000", StringComparison.Ordinal));
        Assert.Null((await Press(editor, to.Split('?')[0], "edit", "save")).To);
        Assert.False(File.Exists(Path.Combine(_site.Host.Content.Folder, Written)));
    }

    private static IEnumerable<(string Name, Func<HttpContext, Task> Answer)> Failures()
    {
        static Func<HttpContext, Task> Says(string body, int status = 200) => c =>
        {
            c.Response.StatusCode = status;
            c.Response.ContentType = "application/json";
            return c.Response.WriteAsync(body);
        };
        yield return ("500", Says("{}", 500));
        yield return ("201 with a translation", Says("""{"title":"x","summary":"y","markdown":"z"}""", 201));
        yield return ("nothing", Says(""));
        yield return ("null", Says("null"));
        yield return ("a list", Says("[]"));
        yield return ("no text", Says("""{"title":5,"summary":{},"markdown":[]}"""));
        yield return ("a part", Says("""{"title":"x","summary":"y"}"""));
        yield return ("empty parts", Says("""{"title":"","summary":"","markdown":""}"""));
        yield return ("half a character", Says("""{"title":"\ud800","summary":"y","markdown":"z"}"""));
        yield return ("no characters", Says("""{"title":"x\u0000","summary":"y\u001b[31m","markdown":"z"}"""));
        yield return ("deep", Says("{\"title\":" + new string('[', 100_000)));
        yield return ("half a text", Says("{\"title\":\"x"));
        yield return ("a page", c => c.Response.WriteAsync("<html>no</html>"));
        yield return ("no UTF-8", async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.Body.WriteAsync("{\"title\":\"\xff\",\"summary\":\"y\",\"markdown\":\"z\"}"u8.ToArray().Select(b => b == 0xc3 ? (byte)0xff : b).ToArray());
        });
        yield return ("another machine", c =>
        {
            c.Response.StatusCode = 307;
            c.Response.Headers.Location = "http://127.0.0.1:1/";
            return Task.CompletedTask;
        });
        yield return ("too much", Says($$"""{"title":"x","summary":"y","markdown":"{{new string('z', 2_000_000)}}"}"""));
        yield return ("cut off", async c =>
        {
            c.Response.ContentLength = 1000;
            await c.Response.WriteAsync("{");
            c.Abort();
        });
        yield return ("silence", c => Task.Delay(TimeSpan.FromSeconds(20), c.RequestAborted));
        yield return ("drops", async c =>
        {
            c.Response.ContentType = "application/json";
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(" "), c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(100, c.RequestAborted);
            }
        });
    }

    private string Commits() => EditingDesk.Run(_site.Host.Content.Folder, "rev-list", "--count", "HEAD");
}
