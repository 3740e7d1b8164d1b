using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>Whether a page helped one visitor.</summary>
/// <param name="Page">See <see cref="PageOf(Article)"/>.</param>
/// <param name="Locale">The language of the text that was read.</param>
/// <param name="Revision">The text that was read: a vote is about that text and no later one.</param>
/// <param name="Reason">Only where the page did not help.</param>
/// <param name="Query">The words of the search that led to the page, as <see cref="ArticleRequest.Subject"/> writes them; null when unknown.</param>
public sealed record Vote(string Page, Locale Locale, string Revision, bool IsHelpful, VoteReason? Reason, string? Query)
{
    /// <summary>`article/` and the permanent name.</summary>
    public static string PageOf(Article article) => $"article/{article.Id.Value}";

    /// <summary>`outcome/`, the guide and the outcome's node.</summary>
    public static string PageOf(Guide guide, Outcome outcome) => $"outcome/{guide.Id}/{outcome.Id}";

    /// <summary>`code/` and the canonical form.</summary>
    public static string PageOf(CodeEntry entry) => $"code/{entry.Code.Hex}";
}
