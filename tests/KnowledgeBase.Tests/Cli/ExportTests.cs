using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Cli;

public sealed partial class ExportTests(SampleHost site) : IClassFixture<SampleHost>
{
    [Fact(DisplayName = "Feature 113: the exported site is whole on a plain file server: every link leads to a file, in both languages, and nothing points back to the site")]
    public async Task ExportIsWhole()
    {
        using var folder = new TempContent();
        var target = folder.At("out");
        var address = site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var (exit, output, errors) = Kb.Run("export", "--static", target, "--site", address);
        Assert.Equal(("", 0), (errors, exit));
        Assert.Matches(@"^\d+ pages, \d+ other files, 0 missing", output);
        await using var server = FileServer(target);
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        var (seen, next) = (new HashSet<string> { "/index.html" }, new Queue<string>(["/index.html"]));
        while (next.TryDequeue(out var path))
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(address, html, StringComparison.Ordinal);
            Assert.DoesNotContain("method=\"post\"", html, StringComparison.Ordinal);
            foreach (Match match in Links.Matches(html))
            {
                var link = WebUtility.HtmlDecode(match.Groups[1].Value);
                if (link.Length == 0 || link[0] == '#' || link.Contains("://", StringComparison.Ordinal) || link.StartsWith("data:", StringComparison.Ordinal)) continue;
                Assert.False(link.StartsWith('/'), $"{path}: {link}");
                var to = new Uri(new Uri(client.BaseAddress!, path), link).AbsolutePath;
                if (seen.Add(to)) next.Enqueue(to);
            }
        }

        foreach (var tag in new[] { "ja", "en" })
        {
            Assert.Contains($"/{tag}/codes/0xC004F213/index.html", seen);
            Assert.Contains($"/{tag}/articles/check-activation-state/index.html", seen);
            Assert.Contains($"/{tag}/guides/windows-activation/map/index.html", seen);
            Assert.Contains("0xC004F213", await File.ReadAllTextAsync(Path.Combine(target, $"search-data.{tag}.js")));
            Assert.Contains($"search-data.{tag}.js", await File.ReadAllTextAsync(Path.Combine(target, tag, "search", "index.html")));
        }
    }

    [Fact]
    public void A_site_that_is_not_there_is_said()
    {
        using var folder = new TempContent();
        var (exit, _, errors) = Kb.Run("export", "--static", folder.At("out"), "--site", "http://127.0.0.1:9");
        Assert.Equal(2, exit);
        Assert.Contains("does not answer", errors);
    }

    private static WebApplication FileServer(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(folder), StaticFileOptions = { ServeUnknownFileTypes = true } });
        return app;
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Links { get; }
}
