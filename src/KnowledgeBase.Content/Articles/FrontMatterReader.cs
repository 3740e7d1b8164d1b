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
        AppliesTo = ReadAppliesTo(map),
        Published = map.Date("published"),
        Updated = map.Date("updated"),
        Author = map.Text("author"),
        Owner = map.Text("owner"),
        ReviewBy = map.Date("review-by"),
        Verified = ReadVerification(map.Map("verified")),
        SourceLanguage = map.Find("source-language") is null ? null : Locale.Find(map.Word("source-language", [.. Locale.All.Select(l => l.Tag)])),
        TranslatedFrom = map.Text("translated-from"),
        FindableBy = map.Texts("findable-by"),
        Related = map.Texts("related"),
        Sources = [.. map.Maps("sources").Select(ReadSource).OfType<Source>()],
    };

    private static AppliesTo ReadAppliesTo(YamlMap map)
    {
        if (map.Map("applies-to") is not { } to) return AppliesTo.Everything;
        var read = new AppliesTo(Ids(to, "os", AppliesTo.KnownOs), Ids(to, "licence", AppliesTo.KnownLicences), Ids(to, "edition", AppliesTo.KnownEditions));
        to.Done();
        return read;
    }

    private static List<string> Ids(YamlMap map, string key, IReadOnlyList<string> known)
    {
        var ids = new List<string>();
        foreach (var item in map.Find(key)?.Items() ?? [])
        {
            if (item.Text() is not { } id) continue;
            if (known.Contains(id)) ids.Add(id);
            else item.Report(DiagnosticRule.BadValue, $"`{ArticleFindings.Cut(id)}` is no {key} that the site knows.", $"Write one of: {string.Join(", ", known)}.");
        }
        return ids;
    }

    private static Verification? ReadVerification(YamlMap? map)
    {
        if (map is null) return null;
        var read = map.RequiredText("on") is { } on ? new Verification(on, map.Date("date"), map.Text("by")) : null;
        map.Done();
        return read;
    }

    private static Source? ReadSource(YamlMap map)
    {
        var url = map.Text("url");
        if (url is not null && !ArticleAddress.IsWeb(url))
        {
            map.Find("url")!.Report(DiagnosticRule.BadValue, $"`{ArticleFindings.Cut(url)}` is no web address.", "Write an address that starts with https://.");
            url = null;
        }
        var read = map.RequiredText("title") is { } title ? new Source(title, url, map.Date("checked")) : null;
        map.Done();
        return read;
    }
}
