using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>YAML → <see cref="ArticleFrontMatter"/> with title and summary. Values that cannot be read are left out with a diagnostic.</summary>
internal static class FrontMatterReader
{
    private const int MostCharacters = 16 * 1024;

    /// <summary>Null where the YAML is none at all, or names an unusable id: then the article is not what its author meant.</summary>
    public static FrontMatterValues? Read(FrontMatterText text, string path, ICollection<Diagnostic> diagnostics)
    {
        if (text.IsOpen)
        {
            diagnostics.Add(new(DiagnosticRule.FrontMatterOpen, path, 1, 1, "The front matter opens with --- and never ends.", "Write a line --- under its last key."));
            return null;
        }
        if (string.IsNullOrWhiteSpace(text.Yaml)) return new(null, null, new ArticleFrontMatter());
        if (text.Yaml.Length > MostCharacters)
        {
            diagnostics.Add(new(DiagnosticRule.FileTooLarge, path, 1, 1, $"The front matter has {text.Yaml.Length:N0} characters; at most {MostCharacters:N0} are read.", "Shorten it, or close it with --- where the text starts."));
            return null;
        }
        if (YamlDocument.ParseMap(text.Yaml, path, 1, diagnostics) is not { } map) return null;
        var id = map.Find("id") is null ? null : map.Id("id");
        if (id is null && map.Find("id") is not null) return null;
        var values = new FrontMatterValues(map.Text("title"), map.Text("summary"), ReadValues(map) with { Id = id });
        map.Done();
        return values;
    }

    private static ArticleFrontMatter ReadValues(YamlMap map) => new()
    {
        Places = map.Places(),
        Codes = map.Codes("codes"),
        AppliesTo = SharedKeys.AppliesTo(map),
        Published = map.Date("published"),
        Updated = map.Date("updated"),
        Author = map.Text("author"),
        Owner = map.Text("owner"),
        ReviewBy = map.Date("review-by"),
        Verified = SharedKeys.Verified(map),
        SourceLanguage = map.Find("source-language") is null ? null : Locale.Find(map.Word("source-language", [.. Locale.All.Select(l => l.Tag)])),
        TranslatedFrom = map.Text("translated-from"),
        MachineTranslated = map.Flag("machine-translated", otherwise: false),
        ReadyToTranslate = map.Flag("ready-to-translate", otherwise: true),
        // A text that should wait does not go live by a slip of the pen.
        PublishAt = map.Find("publish-at") is { } due ? due.Moment() ?? DateTimeOffset.MaxValue : null,
        FindableBy = map.Texts("findable-by"),
        Related = map.Texts("related"),
        Sources = SharedKeys.Sources(map),
    };
}
