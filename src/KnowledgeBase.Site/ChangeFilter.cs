using KnowledgeBase.Content;

namespace KnowledgeBase.Site;

/// <summary>Which changes somebody follows; what is null does not narrow them.</summary>
/// <param name="Code">The code's own page and the articles that name it.</param>
/// <param name="Os">An id of <see cref="AppliesTo.KnownOs"/>; pages about every system count too.</param>
/// <param name="Licence">An id of <see cref="AppliesTo.KnownLicences"/>.</param>
/// <param name="Category">Id of a shelf of articles.</param>
public sealed record ChangeFilter(ErrorCode? Code = null, string? Os = null, string? Licence = null, string? Category = null)
{
    public bool IsOff => (Code, Os, Licence, Category) == (null, null, null, null);

    internal bool Takes(Article article) => Applies(article.FrontMatter.AppliesTo)
        && (Code is not { } code || article.Codes.Contains(code)) && (Category is null || article.Category == Category);

    internal bool Takes(CodeEntry entry) => Applies(entry.AppliesTo) && (Code is not { } code || entry.Code == code) && Category is null;

    private bool Applies(AppliesTo to) => Covers(to.Os, Os) && Covers(to.Licence, Licence);

    private static bool Covers(IReadOnlyList<string> ids, string? wanted) => wanted is null || ids.Count == 0 || ids.Contains(wanted);
}
