namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>A page that exists is never hidden by a redirect; the redirect would be dead, since pages come first.</summary>
internal sealed class RedirectShadowRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var redirects = scope.Content.Redirects;
        return redirects.Targets.Keys.Where(from => IsPage(scope, from)).Select(from => new Diagnostic(DiagnosticRule.RedirectShadowsPage, "redirects.yaml", redirects.Lines.GetValueOrDefault(from, 1), 1,
            $"`{from}` is the address of a page.", "Delete this line, or rename the page first."));
    }

    // A permanent name that differs from the slug redirects by itself.
    private static bool IsPage(CheckScope scope, string path) => path.Split('/') switch
    {
        ["", "articles", var place] when place.Split('#', 2) is [var slug, var anchor] => scope.Content.Articles.Any(a => a.Slug == slug && a.Skeleton.Anchors.Contains(anchor)),
        ["", "articles", var slug] => scope.Content.Articles.Any(a => a.Slug == slug),
        ["", "codes", var code] => ErrorCode.TryParse(code, out var read) && read.Hex == code && scope.IsKnown(read),
        ["", "guides", var id] => scope.Guides.ContainsKey(id),
        ["", "categories", var id] => scope.Content.Categories.Any(c => c.Id == id),
        ["", "glossary" or "codes" or "search" or ""] => true,
        _ => false,
    };
}
