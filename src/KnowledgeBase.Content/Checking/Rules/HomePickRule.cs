namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>What the home page picks exists.</summary>
internal sealed class HomePickRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var site = scope.Content.Site;
        var picks = site.HomeArticles.Select((id, i) => ($"articles[{i + 1}]", $"article `{id}`", scope.Article(id) is not null))
            .Concat(site.HomeCodes.Select((code, i) => ($"codes[{i + 1}]", $"code {code.Hex}", scope.IsKnown(code))))
            .Append(("guide", $"guide `{site.HomeGuide}`", site.HomeGuide is null || scope.Guides.ContainsKey(site.HomeGuide)));
        foreach (var (name, what, exists) in picks)
        {
            if (exists) continue;
            var (line, column) = site.Places.At("home." + name);
            yield return new(DiagnosticRule.UnknownHomePick, site.Path ?? "site.yaml", line, column, $"The home page picks the {what}, which does not exist.", "Correct the name, or take it off the list.");
        }
    }
}
