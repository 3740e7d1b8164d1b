namespace KnowledgeBase.Content.Yaml;

/// <summary>Keys that front matter and code files have in common.</summary>
internal static class SharedKeys
{
    public static AppliesTo AppliesTo(YamlMap map)
    {
        if (map.Map("applies-to") is not { } facets) return Content.AppliesTo.Everything;
        var found = new AppliesTo(
            facets.Words("os", DiagnosticRule.UnknownFacet, Content.AppliesTo.KnownOs),
            facets.Words("licence", DiagnosticRule.UnknownFacet, Content.AppliesTo.KnownLicences),
            facets.Words("edition", DiagnosticRule.UnknownFacet, Content.AppliesTo.KnownEditions));
        facets.Done();
        return found;
    }

    public static IReadOnlyList<Source> Sources(YamlMap map)
    {
        var sources = new List<Source>();
        foreach (var entry in map.Maps("sources"))
        {
            var url = entry.Text("url");
            if (url is not null && !ArticleAddress.IsWeb(url))
            {
                entry.Find("url")!.Report(DiagnosticRule.BadValue, $"`{YamlNode.Cut(url)}` is no web address.", "Write an address that begins with https://, or leave it out.");
                url = null;
            }
            if (entry.RequiredText("title") is { } title) sources.Add(new(title, url, entry.Date("checked")));
            else entry.Date("checked");
            entry.Done();
        }
        return sources;
    }

    public static Verification? Verified(YamlMap map)
    {
        if (map.Map("verified") is not { } verified) return null;
        var (on, date, by) = (verified.RequiredText("on"), verified.Date("date"), verified.Text("by"));
        verified.Done();
        return on is null ? null : new(on, date, by);
    }
}
