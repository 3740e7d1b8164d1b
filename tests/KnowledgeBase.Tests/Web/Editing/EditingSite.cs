using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Tests.Site.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Editing;

/// <summary>The running sample site in a git working tree of its own, with editors at it.</summary>
public sealed partial class EditingSite : IAsyncLifetime
{
    public const string Impact = "articles/hardware/hardware-change-impact.en.md";
    public const string ImpactJa = "articles/hardware/hardware-change-impact.ja.md";
    public static readonly Editor Aya = new("Aya Tanaka", "aya@kb.example");

    public SampleHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        EditingDesk.Run(Host.Content.Folder, "init", "-q", "-b", "main");
        EditingDesk.Run(Host.Content.Folder, "add", "-A");
        EditingDesk.Run(Host.Content.Folder, "-c", "user.name=Hand", "-c", "user.email=hand@kb.example", "commit", "-q", "-m", "Begin");
        await Host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Host).DisposeAsync();

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Somebody new, who reads English.</summary>
    public async Task<StaffClient> Editor()
    {
        var editor = await Host.NewStaff(Roles.Editor);
        editor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return editor;
    }

    public string Read(string path) => Host.Content.Read(path);

    /// <summary>Saves as somebody else does, past the pages.</summary>
    public async Task Save(string path, string from, string to, string message = "Say it better", ChangeClass kind = ChangeClass.Minor)
    {
        var file = Get<KnowledgeBase.Site.Storage.ContentWorkspace>().Open(path)!;
        Assert.Contains(from, file.Text);
        Assert.IsType<SaveResult.Saved>(await Get<SaveFiles>().Save(new([new(path, file.Revision, file.Text.Replace(from, to)) { BaseText = file.Text }], Aya, message, kind)));
    }

    /// <summary>Every field of a page's form as a browser would send it, without its buttons. Fields of an editor's texts, which have one
    /// name each for all of them, are numbered: `text-0`.</summary>
    public static Dictionary<string, string> Fields(string html)
    {
        var (fields, isEditor) = (new Dictionary<string, string>(), html.Contains("id=\"edit-form\"", StringComparison.Ordinal));
        foreach (Match input in Input.Matches(html))
            if (Attribute(input.Value, "name") is { } name && !(Choice.IsMatch(input.Value) && !input.Value.Contains(" checked"))) fields.TryAdd(Numbered(name), Attribute(input.Value, "value") ?? "");
        foreach (Match area in Area.Matches(html).Where(a => Attribute(a.Groups["head"].Value, "name") is not null))
            fields[Numbered(Attribute(area.Groups["head"].Value, "name")!)] = WebUtility.HtmlDecode(area.Groups["text"].Value) is ['\n', .. var rest] ? rest : WebUtility.HtmlDecode(area.Groups["text"].Value);
        foreach (Match select in Select.Matches(html))
            fields[Attribute(select.Groups["head"].Value, "name")!] = Option.Matches(select.Value) is { Count: > 0 } options ? Attribute((options.FirstOrDefault(o => o.Value.Contains(" selected")) ?? options[0]).Value, "value") ?? "" : "";
        fields.Remove("__RequestVerificationToken");
        fields.Remove("_handler");
        return fields;

        string Numbered(string name) => isEditor && name is "path" or "base" or "text" ? Enumerable.Range(0, 99).Select(n => $"{name}-{n}").First(n => !fields.ContainsKey(n)) : name;
    }

    /// <summary>Opens a page, changes some of its fields and presses a button.</summary>
    /// <returns>Where it leads, or the page that came back.</returns>
    public static async Task<(string? To, string Html)> Press(StaffClient who, string page, string form, string button, params (string Field, string Value)[] typed)
    {
        using var opened = await who.Get(page);
        var html = await opened.Content.ReadAsStringAsync();
        var own = Form.Matches(html).Select(m => m.Value).FirstOrDefault(f => f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"No form {form} in {page}:\n{html}");
        var fields = Fields(own);
        foreach (var (field, value) in typed) fields[field] = value;
        return await Send(who, page, form, button, fields);
    }

    public static async Task<(string? To, string Html)> Send(StaffClient who, string page, string form, string button, Dictionary<string, string> fields)
    {
        using var answer = await who.PostAll(page, fields.Select(f => KeyValuePair.Create(Number.Replace(f.Key, ""), f.Value)).Append(new("do", button)), form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 400, $"{page}: {answer.StatusCode}");
        return (answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex("(?<=^(path|base|text))-\\d+$")]
    private static partial Regex Number { get; }

    [GeneratedRegex("type=\"(checkbox|radio)\"")]
    private static partial Regex Choice { get; }

    private static string? Attribute(string tag, string name) => Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form { get; }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input { get; }

    [GeneratedRegex("<textarea(?<head>[^>]*)>(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area { get; }

    [GeneratedRegex("<select(?<head>[^>]*)>.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select { get; }

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option { get; }
}
