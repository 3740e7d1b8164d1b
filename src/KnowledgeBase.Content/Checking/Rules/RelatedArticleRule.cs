namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Articles that an author names as related exist.</summary>
internal sealed class RelatedArticleRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var article in scope.Content.Articles)
            foreach (var (id, at) in article.FrontMatter.Related.Select((r, i) => (r, i + 1)))
            {
                var verdict = scope.Targets.Judge(LinkCollector.ToArticle(id), article.Locale, article);
                if (verdict.Rule is null) continue;
                var (line, column) = article.FrontMatter.Places.At($"related[{at}]");
                yield return new(DiagnosticRule.BrokenLink, article.Path, line, column, $"The related article `{id}` does not exist.", verdict.Mend);
            }
    }
}
