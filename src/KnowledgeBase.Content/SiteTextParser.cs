using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>`site.yaml` → names and the picks of the home page.</summary>
internal static class SiteTextParser
{
    public static SiteText Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        var site = new SiteText();
        if (YamlDocument.ParseMap(text, path, 0, diagnostics) is not { } map) return site;
        var home = map.Map("home");
        var name = map.Localized("name");
        site = site with
        {
            Path = path,
            Places = map.Places(),
            Name = name.IsEmpty ? site.Name : name,
            Tagline = map.Localized("tagline"),
            DefaultLocale = Locale.Find(map.Word("default-language", [.. Locale.All.Select(l => l.Tag)])) ?? site.DefaultLocale,
            HomeArticles = home?.Texts("articles") ?? [],
            HomeCodes = home?.Codes("codes") ?? [],
            HomeGuide = home?.Text("guide"),
        };
        home?.Done();
        map.Done();
        return site;
    }
}
