using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Facet values as bits, so that a filter and its counts cost one operation a page.</summary>
internal static class Facets
{
    // The order is that of the bits: no more than 32 values in all.
    private static readonly (string Group, string Value)[] s_values =
    [
        .. AppliesTo.KnownOs.Select(o => ("os", o)),
        .. AppliesTo.KnownLicences.Select(l => ("licence", l)),
        .. AppliesTo.KnownEditions.Select(e => ("edition", e)),
        .. Enum.GetValues<HitKind>().Select(k => ("kind", NameOf(k))),
        .. Locale.All.Select(l => ("lang", l.Tag)),
    ];

    /// <summary>`os:windows-11` and so on, by bit.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_values.Select(v => v.Group + ":" + v.Value)];

    /// <summary>By bit, all bits of the same group.</summary>
    public static IReadOnlyList<uint> Groups { get; } = [.. s_values.Select(v => Group(v.Group))];

    /// <summary>An empty list applies to everything.</summary>
    public static uint Of(SearchDocument document) =>
        Bits("os", document.AppliesTo.Os) | Bits("licence", document.AppliesTo.Licence) | Bits("edition", document.AppliesTo.Edition)
        | Bit("kind", NameOf(document.Kind)) | Bit("lang", document.Locale.Tag);

    /// <summary>A page is wanted when it has a bit of every group. A value that nobody knows leaves its group empty.</summary>
    public static uint Wanted(SearchRequest request) =>
        Bit("os", request.Os) | Bit("licence", request.Licence) | Bit("edition", request.Edition)
        | Bit("kind", request.Kind is { } kind ? NameOf(kind) : null) | Bit("lang", request.Language?.Tag);

    /// <summary>Whether the page passes all filters but those of the group excepted.</summary>
    public static bool Passes(uint page, uint wanted, uint except = 0) => ((page & wanted) | except) is var has && (has & s_os) != 0 && (has & s_licence) != 0
        && (has & s_edition) != 0 && (has & s_kind) != 0 && (has & s_language) != 0;

    private static readonly uint s_os = Group("os");
    private static readonly uint s_licence = Group("licence");
    private static readonly uint s_edition = Group("edition");
    private static readonly uint s_kind = Group("kind");
    private static readonly uint s_language = Group("lang");

    private static uint Bits(string group, IReadOnlyList<string> values) =>
        values.Count == 0 ? Group(group) : values.Aggregate(0u, (bits, v) => bits | Bit(group, v));

    // Null wants all.
    private static uint Bit(string group, string? value)
    {
        if (value is null) return Group(group);
        for (var i = 0; i < s_values.Length; i++)
            if (s_values[i].Value == value && s_values[i].Group == group) return 1u << i;
        return 0;
    }

    private static uint Group(string group)
    {
        var bits = 0u;
        for (var i = 0; i < s_values.Length; i++)
            if (s_values[i].Group == group) bits |= 1u << i;
        return bits;
    }

    private static string NameOf(HitKind kind) => kind.ToString().ToLowerInvariant();
}
