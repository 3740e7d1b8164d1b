using System.ComponentModel;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>The filters of a search.</summary>
public sealed record SearchFacets(
    [FromQuery(Name = "os")] [property: Description("Only pages for this operating system: windows-11, windows-10, windows-server, windows-8 or windows-7.")] string? Os = null,
    [FromQuery(Name = "licence")] [property: Description("Only pages for this licence channel: oem, retail, digital, kms, mak, ad, subscription or dsp.")] string? Licence = null,
    [FromQuery(Name = "edition")] [property: Description("Only pages for this edition: home, pro, enterprise, education or server.")] string? Edition = null,
    [FromQuery(Name = "kind")] [property: Description("Only hits of this kind: code, article, guide or term.")] string? Kind = null,
    [FromQuery(Name = "language")] [property: Description("Only pages written in this language: ja or en.")] string? Language = null)
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
