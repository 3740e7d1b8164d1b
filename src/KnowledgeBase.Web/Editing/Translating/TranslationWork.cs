using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Web.Editing;

/// <summary>What a translator does with one key of the front matter, and where a translation begins.</summary>
/// <param name="source">The text that leads.</param>
/// <param name="translation">Null where there is none yet.</param>
public sealed class TranslationWork(ContentWorkspace workspace, Article source, Article? translation)
{
    /// <summary>The translation with the revision of the source that it will follow; a new one begins with the source's own text. Where
    /// the source was held back it is let go along with it: a page that is ready must not stand alone.</summary>
    public IReadOnlyList<FileChange> Draft()
    {
        var freed = source.FrontMatter.ReadyToTranslate ? [] : Set(source.Path, ("ready-to-translate", null));
        var from = freed is [{ Text: { } said }] ? new EditableFile(source.Path, said, FileRevision.Of(System.Text.Encoding.UTF8.GetBytes(said))) : workspace.Open(source.Path);
        var path = translation?.Path ?? source.Path.Replace($".{source.Locale.Tag}.md", $".{source.Locale.Other.Tag}.md", StringComparison.Ordinal);
        var now = workspace.Open(path);
        // Golden queries are in their own language.
        var text = now?.Text ?? FrontMatterEdit.Set(FrontMatterEdit.Set(from?.Text ?? "", "findable-by", null), "source-language", null);
        return [.. freed, new(path, now?.Revision, FrontMatterEdit.Set(text, "translated-from", Quoted(from?.Revision ?? source.Revision))) { BaseText = now?.Text }];
    }

    /// <summary>The files of a step; empty for an unknown one.</summary>
    /// <param name="step">`follows`: nothing needs to be written for the source's changes; `read`: somebody has read what a machine
    /// wrote; `not-ready`: the source may not be translated yet; `swap`: the other language leads.</param>
    public IReadOnlyList<FileChange> Step(string? step) => step switch
    {
        "follows" when translation is not null && workspace.Open(source.Path) is { } now => Set(translation.Path, ("translated-from", Quoted(now.Revision))),
        "read" when translation is not null => Set(translation.Path, ("machine-translated", null)),
        "not-ready" => Set(source.Path, ("ready-to-translate", "false")),
        "swap" when translation is not null => Swapped(translation),
        _ => [],
    };

    // The new source follows nothing any more; the old one follows it as it is now.
    private FileChange[] Swapped(Article leads)
    {
        var language = leads.Locale == Locale.All[0] ? null : leads.Locale.Tag;
        var first = Set(leads.Path, ("source-language", language), ("translated-from", null));
        var revision = first is [{ Text: { } text }] ? FileRevision.Of(System.Text.Encoding.UTF8.GetBytes(text)) : leads.Revision;
        return [.. first, .. Set(source.Path, ("source-language", language), ("translated-from", Quoted(revision)))];
    }

    private FileChange[] Set(string path, params ReadOnlySpan<(string Key, string? Value)> keys)
    {
        if (workspace.Open(path) is not { } file) return [];
        var text = file.Text;
        foreach (var (key, value) in keys) text = FrontMatterEdit.Set(text, key, value);
        return [new(path, file.Revision, text) { BaseText = file.Text }];
    }

    private static string Quoted(string revision) => $"\"{revision}\"";
}
