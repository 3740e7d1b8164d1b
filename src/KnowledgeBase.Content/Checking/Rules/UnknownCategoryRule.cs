namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>The folder of an article is a category that readers can open.</summary>
internal sealed class UnknownCategoryRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var known = scope.Content.Categories.Select(c => c.Id).ToList();
        return scope.Content.Articles.Where(a => !known.Contains(a.Category)).Select(a => new Diagnostic(DiagnosticRule.UnknownCategory, a.Path, 1, 1,
            $"The folder `{a.Category}` is no category.", $"Move the file, or add `{a.Category}` to categories.yaml; categories are {(known.Count == 0 ? "not written yet" : string.Join(", ", known))}."));
    }
}
