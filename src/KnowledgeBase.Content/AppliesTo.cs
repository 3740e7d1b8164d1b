namespace KnowledgeBase.Content;

/// <summary>What a page is about, as the facets of the search: each list holds known ids (`windows-11`, `oem`, `pro`); empty means all.</summary>
public sealed record AppliesTo(IReadOnlyList<string> Os, IReadOnlyList<string> Licence, IReadOnlyList<string> Edition)
{
    public static readonly AppliesTo Everything = new([], [], []);

    /// <summary>Ids that authors may use; the resource files name them for readers.</summary>
    public static IReadOnlyList<string> KnownOs { get; } = ["windows-11", "windows-10", "windows-server", "windows-8", "windows-7"];

    public static IReadOnlyList<string> KnownLicences { get; } = ["oem", "retail", "digital", "kms", "mak", "ad", "subscription", "dsp"];

    public static IReadOnlyList<string> KnownEditions { get; } = ["home", "pro", "enterprise", "education", "server"];
}
