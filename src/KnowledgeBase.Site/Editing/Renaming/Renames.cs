using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;
using static KnowledgeBase.Site.Editing.RenamePlan;

namespace KnowledgeBase.Site.Editing;

/// <summary>Feature 87: renames, moves and splits with everything that points there: links in all files, redirects from the old
/// addresses, one commit. The result is checked as a whole before anything is written; on a failure nothing was.</summary>
public sealed partial class Renames(ContentWorkspace workspace, CandidateCheck check, SaveFiles save)
{
    /// <summary>Carries a plan out.</summary>
    public async Task<SaveResult> Do(RenamePlan plan, CancellationToken cancellation = default) => plan switch
    {
        Ready ready => await save.Save(ready.Save, cancellation),
        Impossible impossible => new SaveResult.Refused(SaveRefusal.Target, impossible.Message),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Gives an article another name, another category, or both. Its permanent name changes with it, and the old one
    /// leads to the new.</summary>
    /// <param name="id">Permanent name.</param>
    /// <param name="newId">Null: it stays.</param>
    /// <param name="newCategory">Null: it stays.</param>
    public RenamePlan Article(string id, string? newId, string? newCategory, Editor author, string message = "")
    {
        var content = Content();
        var languages = content.Articles.Where(a => a.Id.Value == id).ToList();
        if (languages.Count == 0) return new Impossible($"There is no article `{id}`.");
        if (newCategory is not null && content.Categories.All(c => c.Id != newCategory)) return new Impossible($"There is no category `{newCategory}`.");
        if (newId is not null && !IsName(newId)) return new Impossible($"`{newId}` is no name: use lower-case Latin letters, digits and hyphens.");
        if (newId is not null && content.Articles.Any(a => a.Id.Value != id && (a.Id.Value == newId || a.Slug == newId))) return new Impossible($"`{newId}` is the name of another article.");
        var articles = new Dictionary<string, string>();
        if (newId is not null)
            foreach (var old in languages.SelectMany(a => new[] { a.Id.Value, a.Slug }).Distinct().Where(o => o != newId)) articles[old] = newId;
        var redirects = articles.Select(a => KeyValuePair.Create(ContentLinks.Neutral(a.Key), ContentLinks.Neutral(a.Value))).ToList();
        var rewriter = new LinkRewriter(new(articles, new Dictionary<(string, string), (string, string)>()));
        var files = Rewritten(rewriter, redirects, languages, newId is null ? [] : [newId]);
        foreach (var article in languages)
        {
            var target = MovedPath(article, newId, newCategory);
            if (target != article.Path && File(target) is not null) return new Impossible($"`{target}` is already there.");
            Move(files, article, target, newId);
        }
        return Plan(files, redirects, author, message, newId is null ? $"Move {id} to {newCategory}" : $"Rename {id} to {newId}");
    }

    /// <summary>Gives a heading or step another anchor, in both languages.</summary>
    public RenamePlan Anchor(string id, string anchor, string newAnchor, Editor author, string message = "")
    {
        var languages = Content().Articles.Where(a => a.Id.Value == id).ToList();
        if (languages.Count == 0) return new Impossible($"There is no article `{id}`.");
        if (!IsName(newAnchor)) return new Impossible($"`{newAnchor}` is no anchor: use lower-case Latin letters, digits and hyphens.");
        if (languages.Any(a => a.Skeleton.Anchors.Contains(newAnchor))) return new Impossible($"`#{newAnchor}` is already there.");
        if (!languages.All(a => a.Skeleton.Anchors.Contains(anchor))) return new Impossible($"`{id}` has no `#{anchor}` in {(languages.Count > 1 ? "both languages" : "its language")}.");
        var names = languages.SelectMany(a => new[] { a.Id.Value, a.Slug }).Distinct().ToList();
        var redirects = languages.Select(a => a.Slug).Distinct().Select(s => KeyValuePair.Create(ContentLinks.Neutral(s, anchor), ContentLinks.Neutral(s, newAnchor))).ToList();
        var files = Rewritten(new(new(new Dictionary<string, string>(), names.ToDictionary(n => (n, anchor), n => (n, newAnchor)))), redirects, languages, []);
        var written = new Regex($@"\{{#{Regex.Escape(anchor)}(?=[\s}}])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        foreach (var article in languages)
        {
            var text = files.GetValueOrDefault(article.Path)?.Text ?? Text(article.Path)!;
            if (!written.IsMatch(text)) return new Impossible($"`#{anchor}` is not written in {article.Path}; write {{#{anchor}}} behind its heading first.");
            files[article.Path] = Change(article.Path, written.Replace(text, $"{{#{newAnchor}"));
        }
        return Plan(files, redirects, author, message, $"Rename #{anchor} of {id} to #{newAnchor}");
    }

    /// <summary>Marks a code as retired. Its page stays, with a note that says why.</summary>
    /// <param name="note">In both languages.</param>
    public RenamePlan RetireCode(string code, LocalizedText note, Editor author, string message = "")
    {
        if (!ErrorCode.TryParse(code, out var read) || Text($"codes/{read.Hex}.yaml") is not { } text) return new Impossible($"There is no page of `{code}`.");
        if (!note.IsComplete) return new Impossible("Say in both languages why it is retired.");
        var path = $"codes/{read.Hex}.yaml";
        var retired = YamlKey.Set(YamlKey.Set(text, "retired-note", $"{{ja: {YamlKey.Quoted(note.Ja!)}, en: {YamlKey.Quoted(note.En!)}}}"), "status", "retired");
        return Plan(new() { [path] = Change(path, retired) }, [], author, message, $"Retire {read.Hex}");
    }

    private ContentSet Content() => check.Candidate(new Dictionary<string, byte[]?>()).Content;

    /// <summary>Every file in which something is rewritten, redirects included.</summary>
    private Dictionary<string, FileChange> Rewritten(LinkRewriter rewriter, List<KeyValuePair<string, string>> redirects, List<Article> own, List<string> newPages)
    {
        var changed = new Dictionary<string, FileChange>();
        foreach (var file in workspace.Live.Look().Where(f => ContentPaths.IsText(f.Path)))
        {
            if (SourceText.Read(file.Bytes.Span) is not { } text) continue;
            var names = own.Any(a => a.Path == file.Path) ? own.SelectMany(a => new[] { a.Id.Value, a.Slug }).Distinct().ToList() : null;
            var now = rewriter.Rewrite(file.Path, text, names);
            if (now != text) changed[file.Path] = Change(file.Path, now);
        }
        var before = Text(RedirectsFile.Path);
        var after = RedirectsFile.With(before, rewriter.Target, redirects, newPages.Select(p => ContentLinks.Neutral(p)).ToHashSet());
        if (before is null ? redirects.Count > 0 : after != before) changed[RedirectsFile.Path] = Change(RedirectsFile.Path, after);
        return changed;
    }

    private void Move(Dictionary<string, FileChange> files, Article article, string target, string? newId)
    {
        var text = files.GetValueOrDefault(article.Path)?.Text ?? Text(article.Path)!;
        if (newId is not null && article.FrontMatter.Id is not null) text = FrontMatterEdit.Set(text, "id", newId);
        // From another folder a link to a neighbour leads elsewhere; a picture is as far away as before.
        if (target != article.Path) text = Neighbour.Replace(text, m => $"]({ContentLinks.Permanent(m.Groups["slug"].Value)}{m.Groups["anchor"].Value}");
        if (target == article.Path)
        {
            if (text != Text(article.Path)) files[article.Path] = Change(article.Path, text);
            return;
        }
        files[article.Path] = FileChange.Delete(article.Path, FileRevision.Of(File(article.Path)!));
        files[target] = new(target, null, text);
    }

    private static string MovedPath(Article article, string? newId, string? newCategory)
    {
        var parts = article.Path.Split('/');
        parts[1] = newCategory ?? parts[1];
        if (newId is not null && parts.Length == 4) parts[2] = newId;
        else if (newId is not null) parts[2] = $"{newId}.{article.Locale}.md";
        return string.Join('/', parts);
    }

    private static RenamePlan Plan(Dictionary<string, FileChange> files, IReadOnlyList<KeyValuePair<string, string>> redirects, Editor author, string message, string otherwise) =>
        files.Count == 0 ? new Impossible("Nothing would change.")
        : new Ready(new([.. files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)], author, string.IsNullOrWhiteSpace(message) ? otherwise : message, ChangeClass.Minor), redirects);

    private FileChange Change(string path, string text) => new(path, File(path) is { } now ? FileRevision.Of(now) : null, text);

    private byte[]? File(string path) => workspace.Place(path)?.Read();

    private string? Text(string path) => File(path) is { } bytes ? SourceText.Read(bytes) : null;

    private static bool IsName(string text) => text.Length <= 80 && NamePattern.IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern { get; }

    [GeneratedRegex(@"\]\((?:\./)?(?:\.\./[a-z0-9-]+/)?(?<slug>[a-z0-9-]+)\.(?:ja|en)\.md(?<anchor>#[a-z0-9-]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Neighbour { get; }
}
