using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KnowledgeBase.Web.Endpoints;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class ApiVersionTests(SampleHost site)
{
    private static readonly Type[] s_answers = [typeof(ArticleAnswer), typeof(CodeAnswer), typeof(GuideAnswer), typeof(PagesAnswer), typeof(SearchAnswer), typeof(SuggestAnswer), typeof(UnknownCodeAnswer)];

    [Theory(DisplayName = "Feature 116: the reading API answers the same under the address of its version")]
    [InlineData("/codes/c004f213?lang=en")]
    [InlineData("/articles/hardware-change-impact?lang=ja")]
    [InlineData("/pages?lang=en")]
    [InlineData("/suggest?q=hard&lang=en")]
    public async Task TheVersionAnswersTheSame(string path)
    {
        using var plain = await site.GetRaw("/api" + path);
        using var versioned = await site.GetRaw("/api/v1" + path);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (plain.StatusCode, versioned.StatusCode));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await versioned.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/v1/edit/texts")]
    [InlineData("/api/v1/desk/ticket")]
    [InlineData("/api/v1")]
    [InlineData("/api/v2/pages")]
    [InlineData("/api/V1/pages")]
    public async Task Nothing_else_stands_under_a_version(string path)
    {
        using var answer = await site.GetRaw(path);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory(DisplayName = "Feature 116: a program finds every page, its address and the revision of its text in one list for each language")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task PagesAreListed(string lang)
    {
        var answer = JsonDocument.Parse(await site.Text($"/api/v1/pages?lang={lang}")).RootElement;
        var pages = answer.GetProperty("pages").EnumerateArray().ToList();
        Assert.Equal(["article", "code", "guide"], pages.Select(p => p.GetProperty("kind").GetString()).Distinct());
        Assert.Equal(pages.Count, pages.Select(p => p.GetProperty("url").GetString()).Distinct().Count());
        Assert.Equal(lang == "ja", pages.Any(p => p.GetProperty("id").GetString() == "check-activation-state"));
        var article = pages.Single(p => p.GetProperty("id").GetString() == "hardware-change-impact");
        var full = JsonDocument.Parse(await site.Text($"/api/v1/articles/hardware-change-impact?lang={lang}")).RootElement;
        foreach (var field in new[] { "revision", "title", "url" }) Assert.Equal(full.GetProperty(field).GetString(), article.GetProperty(field).GetString());
        foreach (var page in pages)
        {
            using var head = await site.GetRaw(page.GetProperty("url").GetString()!);
            Assert.True(head.StatusCode == HttpStatusCode.OK || SampleHost.IsRedirect(head.StatusCode));
        }
    }

    [Fact(DisplayName = "Feature 116: within version 1 no field disappears or is renamed")]
    public void FieldsStay()
    {
        var fields = s_answers.SelectMany(t => Fields(ApiJson.Default.GetTypeInfo(t)!, t.Name, [])).ToHashSet();
        var promised = File.ReadAllLines(Repository.At("tests", "data", "api-v1.txt"));
        Assert.NotEmpty(promised);
        Assert.Empty(promised.Except(fields));
        // Whoever adds a field promises it.
        Assert.Empty(fields.Except(promised));
    }

    private static IEnumerable<string> Fields(JsonTypeInfo type, string name, HashSet<Type> above)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { } element && ApiJson.Default.GetTypeInfo(element) is { } items) return Fields(items, name + "[]", above);
        if (type.Kind != JsonTypeInfoKind.Object || !above.Add(type.Type)) return [name];
        var fields = type.Properties.SelectMany(p => Fields(ApiJson.Default.GetTypeInfo(p.PropertyType)!, $"{name}.{p.Name}", above)).ToList();
        above.Remove(type.Type);
        return fields;
    }
}
