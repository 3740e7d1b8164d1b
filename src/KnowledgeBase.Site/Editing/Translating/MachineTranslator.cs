using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Options;
using static KnowledgeBase.Site.Editing.MachineTranslation;

namespace KnowledgeBase.Site.Editing;

/// <summary>Asks the translator that the settings name for a first text. What comes back is a marked draft, checked as any text is,
/// and goes live only as `KnowledgeBase:Editing:MachineText` allows.</summary>
public sealed class MachineTranslator(CurrentSite site, ContentWorkspace workspace, Drafts drafts, IOptions<SiteOptions> options) : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { MaxResponseContentBufferSize = LargestAnswer, Timeout = Timeout.InfiniteTimeSpan };

    public bool IsSet => options.Value.Editing.TranslatorUrl is not null;

    /// <summary>A draft of an article in the language it lacks, or of its translation anew.</summary>
    /// <param name="id">Permanent name.</param>
    public async Task<MachineTranslation> Ask(string id, Editor editor, CancellationToken cancellation = default)
    {
        if (options.Value.Editing.TranslatorUrl is not { } address) return new NotSet();
        var languages = site.Snapshot.Content.Articles.Where(a => a.Id.Value == id).ToList();
        if (languages.Count == 0) return new NotReady();
        var source = languages.Count == 1 ? languages[0] : ArticleLanguages.SourceFirst(languages[0], languages[1]).Source;
        if (!source.FrontMatter.ReadyToTranslate || workspace.Open(source.Path) is not { } file) return new NotReady();
        var (header, body) = Cut(file.Text);
        try
        {
            var answer = await Post(address, new(source.Locale.Tag, source.Locale.Other.Tag, id, source.Title, source.Summary, body), cancellation);
            if (answer is not { Title: { Length: > 0 } title, Summary: { Length: > 0 } summary, Markdown: { Length: > 0 } markdown }) return new Failed("The translator left out title, summary or markdown.");
            // No form would take such a text back.
            return new[] { title, summary, markdown }.Any(t => t.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
                ? new Failed("The translator wrote control characters, which no page may hold. Ask again, or translate by hand.")
                : await Keep(source, file.Revision, header, title, summary, markdown, editor, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException or InvalidOperationException)
        {
            return new Failed("The translator did not answer as agreed: " + e.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Failed($"The translator did not answer within {options.Value.Editing.TranslatorTimeoutSeconds} s.");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<TranslatorAnswer?> Post(string address, TranslatorQuestion question, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.Editing.TranslatorTimeoutSeconds));
        using var response = await _client.PostAsJsonAsync(new Uri(address), question, TranslatorJson.Default.TranslatorQuestion, limit.Token);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadFromJsonAsync(TranslatorJson.Default.TranslatorAnswer, limit.Token)
            : throw new HttpRequestException($"it said {(int)response.StatusCode}");
    }

    private async Task<MachineTranslation> Keep(Article source, string revision, string header, string title, string summary, string markdown, Editor editor, CancellationToken cancellation)
    {
        var to = source.Locale.Other;
        var path = source.Path.Replace($".{source.Locale}.md", $".{to}.md", StringComparison.Ordinal);
        var there = workspace.Open(path);
        // A translation that is there keeps its own front matter: its golden queries are in its language.
        var front = there is null ? FrontMatterEdit.Set(header, "findable-by", null) : Cut(there.Text).Header;
        foreach (var (key, value) in new (string, string)[] { ("title", YamlKey.Quoted(title)), ("summary", YamlKey.Quoted(summary)), ("translated-from", YamlKey.Quoted(revision)), ("machine-translated", "true") })
            front = FrontMatterEdit.Set(front, key, value);
        var change = new FileChange(path, there?.Revision, $"{front.TrimEnd('\n')}\n\n{SourceText.Unify(markdown).Trim('\n')}\n") { BaseText = there?.Text };
        var draft = drafts.New(editor, [change], $"Translate {source.Id} by machine");
        return await drafts.Keep(draft, editor, cancellation) switch
        {
            DraftResult.Kept kept => new Made(kept.Draft),
            DraftResult.NotKept not => new Failed(not.Problem),
            _ => new Failed("The draft could not be kept."),
        };
    }

    /// <summary>Front matter with its fences, and the rest.</summary>
    private static (string Header, string Body) Cut(string text)
    {
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        return end < 0 ? ("", text) : (text[..(end + 5)], text[(end + 5)..].TrimStart('\n'));
    }
}
