using System.Net;
using System.Text;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Tests.Web.Editing;

/// <summary>What the editor's script asks: who may, how much, and what is refused.</summary>
public sealed class EditApiTests(SampleHost site) : IClassFixture<SampleHost>
{
    private const string Page = "/edit/articles/hardware-change-impact";

    // The smallest picture that is one: one pixel.
    private static readonly byte[] s_png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory(DisplayName = "SEC-6, SEC-7: nothing of the editor's is answered to somebody without the role, or without the form's token")]
    [InlineData("/api/edit/texts")]
    [InlineData("/api/edit/front-matter")]
    [InlineData("/api/edit/pictures")]
    [InlineData(Page)]
    public async Task OnlyEditorsWithToken(string address)
    {
        var form = await EditorForm.Open(await site.As(Roles.Editor), Page);
        using var without = await form.Post(address, form.Fields(null, ("__RequestVerificationToken", "none"), ("do", "save")), token: "none");
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        var support = await site.As(Roles.Support);
        using var foreign = await support.Send(address, []);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact(DisplayName = "Feature 124: a text of 200 kB in both languages is taken; one beyond every limit is refused before it is read")]
    public async Task SizesAreBound()
    {
        var form = await EditorForm.Open(await site.As(Roles.Editor), Page);
        var large = form.Texts[0] + string.Concat(Enumerable.Repeat("変更の影響は部品によって違います。\n", 4000));
        Assert.True(Encoding.UTF8.GetByteCount(large) > 200_000);
        var kept = await form.Ask("/api/edit/texts", form.Fields(new() { [0] = large, [1] = form.Texts[1] + large }));
        Assert.NotNull(kept.GetProperty("draft").GetString());
        using var refused = await form.Post("/api/edit/texts", form.Fields(new() { [0] = new string('x', 5_000_000) }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact(DisplayName = "Feature 124: a form that no editor made is refused, and no path leads out of the content")]
    public async Task StrangeFormsAreRefused()
    {
        var form = await EditorForm.Open(await site.As(Roles.Editor), Page);
        using var empty = await form.Post("/api/edit/texts", new MultipartFormDataContent { { new StringContent("x"), "text" } });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        foreach (var path in new[] { "../secret.md", "/etc/passwd", "articles/../site.yaml", ".git/config", "articles/errors/x.ja.md\n", new string('a', 5000) })
        {
            var kept = await form.Ask("/api/edit/texts", new() { { new StringContent(path), "path" }, { new StringContent(""), "base" }, { new StringContent("hello"), "text" } });
            Assert.NotNull(kept.GetProperty("problem").GetString());
        }
    }

    [Fact(DisplayName = "Feature 124: a picture is saved beside the content under a plain name of its own, and shown")]
    public async Task PicturesAreTaken()
    {
        var form = await EditorForm.Open(await site.As(Roles.Editor), Page);
        foreach (var path in new[] { "media/mein-bild-1.png", "media/mein-bild-1-2.png" })
        {
            var taken = await form.Ask("/api/edit/pictures", Picture("Mein Bild (1).PNG", s_png));
            Assert.Equal(path, taken.GetProperty("path").GetString());
            Assert.Equal(s_png, await File.ReadAllBytesAsync(site.Content.At(path)));
            Assert.Equal("image/png", (await site.GetRaw("/" + path)).Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal("media/picture.png", (await form.Ask("/api/edit/pictures", Picture("画面.png", s_png))).GetProperty("path").GetString());
    }

    [Theory(DisplayName = "Feature 124: what only says that it is a picture is refused with a reason, and nothing is written")]
    [InlineData("x.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("x.png", "<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("x.png", "GIF89a<script>alert(1)</script>")]
    [InlineData("x.html", "\u0089PNG\r\n\u001a\n")]
    [InlineData("x.png.exe", "MZ")]
    [InlineData("../../../x.php", "<?php")]
    [InlineData("x.jpg", "")]
    [InlineData("x", "")]
    [InlineData("", "")]
    public async Task HostileUploadsAreRefused(string name, string content)
    {
        var form = await EditorForm.Open(await site.As(Roles.Editor), Page);
        var before = Directory.GetFiles(site.Content.Folder, "*", SearchOption.AllDirectories).Length;
        using var answer = await form.Post("/api/edit/pictures", Picture(name, Encoding.Latin1.GetBytes(content)));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest || text.Contains("\"path\":null,\"problem\":\"", StringComparison.Ordinal), $"{answer.StatusCode} {text}");
        Assert.Equal(before, Directory.GetFiles(site.Content.Folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact(DisplayName = "Feature 124: a picture beyond the limit is refused")]
    public async Task LargePicturesAreRefused()
    {
        var form = await EditorForm.Open(await site.As(Roles.Editor), Page);
        using var answer = await form.Post("/api/edit/pictures", Picture("x.png", [.. s_png, .. new byte[9 * 1024 * 1024]]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory(DisplayName = "Feature 124: links are found by words and by what somebody has begun to write, as authors write them")]
    [InlineData("motherboard", "en", "/a/hardware-change-impact")]
    [InlineData("/a/hard", "ja", "/a/hardware-change-impact")]
    [InlineData("/c/0xc004f21", "ja", "/c/0xC004F211")]
    [InlineData("C004F213", "en", "/c/0xC004F213")]
    [InlineData("/g/", "en", "/g/windows-activation")]
    public async Task LinksAreFound(string query, string lang, string link)
    {
        var text = await (await site.As(Roles.Editor)).Text($"/api/edit/links?q={Uri.EscapeDataString(query)}&lang={lang}");
        Assert.Contains($"\"link\":\"{link}", text, StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Picture(string name, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"picture\"; filename=\"{name}\"");
        return new() { part };
    }
}
