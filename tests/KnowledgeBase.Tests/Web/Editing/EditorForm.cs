using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Web.Editing;

/// <summary>An editor's page as a browser without script has it: its fields, and the form sent with one of its buttons.</summary>
internal sealed class EditorForm
{
    private readonly StaffClient _editor;

    private EditorForm(StaffClient editor, string page, IHtmlDocument document) => (_editor, Page, Document) = (editor, page, document);

    public string Page { get; }

    public IHtmlDocument Document { get; private set; }

    /// <summary>The texts, with `\n` line ends, as a browser reads them.</summary>
    public IReadOnlyList<string> Texts => [.. Document.QuerySelectorAll("textarea[name=text]").Select(t => t.TextContent)];

    public string Token => ((IHtmlInputElement)Document.QuerySelector("form#edit-form input[name=__RequestVerificationToken]")!).Value;

    public static async Task<EditorForm> Open(StaffClient editor, string page)
    {
        using var answer = await editor.Get(page);
        Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
        return new(editor, page, await Parse(answer));
    }

    /// <summary>The fields as a browser sends them, some texts changed.</summary>
    /// <param name="texts">New texts by number.</param>
    public MultipartFormDataContent Fields(Dictionary<int, string>? texts = null, params (string Name, string Value)[] others)
    {
        var (form, number) = (new MultipartFormDataContent(), 0);
        foreach (var field in Document.QuerySelectorAll("form#edit-form :is(input, textarea)"))
        {
            var name = field.GetAttribute("name");
            if (name is null || field.HasAttribute("disabled") || others.Any(o => o.Name == name)) continue;
            if (field is IHtmlInputElement { Type: "radio" } radio && !radio.IsChecked) continue;
            var value = field is IHtmlInputElement input ? input.Value : field.TextContent;
            if (name == "text" && texts?.TryGetValue(number, out var changed) == true) value = changed;
            if (name == "text") number++;
            form.Add(new StringContent(value.Replace("\n", "\r\n")), name);
        }
        foreach (var (name, value) in others) form.Add(new StringContent(value), name);
        return form;
    }

    /// <summary>Uses a button; where the answer is a page, it becomes this form's.</summary>
    public async Task<HttpResponseMessage> Send(string wish, Dictionary<int, string>? texts = null, params (string Name, string Value)[] others)
    {
        var answer = await Post(Page, Fields(texts, [.. others, ("do", wish)]));
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html") Document = await Parse(answer);
        return answer;
    }

    /// <summary>Sends fields as the script does, and answers what it is told.</summary>
    public async Task<JsonElement> Ask(string address, MultipartFormDataContent fields)
    {
        using var answer = await Post(address, fields);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>())!;
    }

    public async Task<HttpResponseMessage> Post(string address, HttpContent content, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Add("Origin", _editor.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        // Who is refused for the size is told so before sending.
        request.Headers.ExpectContinue = true;
        request.Headers.Add("RequestVerificationToken", token ?? Token);
        return await _editor.Http.SendAsync(request);
    }

    private static async Task<IHtmlDocument> Parse(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
}
