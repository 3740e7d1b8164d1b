using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Web.Workshop;

/// <summary>The files that an address of the editors names, opened together: both languages of an article, a guide with its tests.</summary>
/// <param name="Texts">Empty where there is nothing to edit.</param>
/// <param name="Article">Permanent name; null where they are no article's.</param>
public sealed record OpenedFiles(IReadOnlyList<TypedText> Texts, string? Article, LocalizedText Name)
{
    public string Title(Locale locale) => Name.IsEmpty ? Texts.Count == 0 ? "" : Texts[0].Path : Name.In(locale);

    public static OpenedFiles Of(SiteSnapshot site, ContentWorkspace workspace, string? path, string? code, string? guide)
    {
        if (code is not null)
            return ErrorCode.TryParse(code, out var read) && site.Code(read) is { } entry
                ? new(Open(workspace, [$"codes/{read.Hex}.yaml"]), null, new($"{read.Hex} {entry.Title.Ja}", $"{read.Hex} {entry.Title.En}"))
                : new(ErrorCode.TryParse(code, out read) ? Open(workspace, [$"codes/{read.Hex}.yaml"]) : [], null, LocalizedText.Empty);
        if (guide is not null)
        {
            if (!ContentStub.IsName(guide) || workspace.Open($"guides/{guide}.yaml") is null) return new([], null, LocalizedText.Empty);
            var tests = $"guides/{guide}.tests.yaml";
            var texts = Open(workspace, [$"guides/{guide}.yaml", tests]);
            return new(texts.Count > 1 ? texts : [.. texts, new TypedText(tests, null, "")], null, site.Guide(guide)?.Title ?? LocalizedText.Empty);
        }

        if (path is null || !ContentPaths.IsText(path)) return new([], null, LocalizedText.Empty);
        if (site.Content.Articles.FirstOrDefault(a => a.Path == path)?.Id is not { } id) return new(Open(workspace, [path]), null, LocalizedText.Empty);
        var languages = site.Content.Articles.Where(a => a.Id == id).OrderBy(a => a.Locale == Locale.Ja ? 0 : 1).ToList();
        return new(Open(workspace, [.. languages.Select(a => a.Path)]), id.Value,
            new(languages.FirstOrDefault(a => a.Locale == Locale.Ja)?.Title, languages.FirstOrDefault(a => a.Locale == Locale.En)?.Title));
    }

    private static List<TypedText> Open(ContentWorkspace workspace, IReadOnlyList<string> paths) =>
        [.. paths.Select(workspace.Open).OfType<KnowledgeBase.Site.Editing.EditableFile>().Select(f => new TypedText(f.Path, f.Revision, f.Text))];
}
