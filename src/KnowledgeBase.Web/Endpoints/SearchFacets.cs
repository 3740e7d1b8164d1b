using KnowledgeBase.Content;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>The filters of a search.</summary>
/// <param name="Os">An operating system's id.</param>
/// <param name="Licence">A licence channel's id.</param>
/// <param name="Edition">An edition's id.</param>
/// <param name="Kind">`code`, `article`, `guide` or `term`.</param>
/// <param name="Language">Only pages written in `ja` or `en`.</param>
public sealed record SearchFacets(string? Os = null, string? Licence = null, string? Edition = null, string? Kind = null, string? Language = null)
{
    internal HitKind? HitKind => Enum.TryParse<HitKind>(Kind, true, out var kind) && !int.TryParse(Kind, out _) ? kind : null;

    internal ValidationProblem? Problem =>
        Os is { Length: > 0 } && !AppliesTo.KnownOs.Contains(Os) ? Problems.Parameter("os", "Use one of: " + string.Join(", ", AppliesTo.KnownOs) + ".")
        : Licence is { Length: > 0 } && !AppliesTo.KnownLicences.Contains(Licence) ? Problems.Parameter("licence", "Use one of: " + string.Join(", ", AppliesTo.KnownLicences) + ".")
        : Edition is { Length: > 0 } && !AppliesTo.KnownEditions.Contains(Edition) ? Problems.Parameter("edition", "Use one of: " + string.Join(", ", AppliesTo.KnownEditions) + ".")
        : Language is { Length: > 0 } && Locale.Find(Language) is null ? Problems.Parameter("language", "Use ja or en.")
        : Kind is { Length: > 0 } && HitKind is null ? Problems.Parameter("kind", "Use code, article, guide or term.")
        : null;
}
