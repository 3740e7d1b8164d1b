using System.Globalization;

namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 88: nobody forgets to look at an article again.</summary>
internal sealed class ReviewDateRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var article in scope.Content.Articles)
        {
            if (article.FrontMatter.ReviewBy is not { } day || day >= scope.Today) continue;
            var (line, column) = article.FrontMatter.Places.At("review-by");
            yield return new(DiagnosticRule.ReviewDatePassed, article.Path, line, column,
                $"The review was due on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(article.FrontMatter.Owner is { } owner ? $" (owner: {owner})" : "")}.", "Check the article against its sources and set a new review-by.");
        }
    }
}
