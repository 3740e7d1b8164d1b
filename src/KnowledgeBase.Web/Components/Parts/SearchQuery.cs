using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.WebUtilities;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>What the address of the search page asks for. Filters that no page can have are left out instead of answering with
/// nothing; a product key or an installation id is masked (Feature 109).</summary>
/// <param name="Text">Trimmed, at most <see cref="Longest"/> characters.</param>
/// <param name="Kind">A name of <see cref="HitKind"/> in lower case.</param>
/// <param name="Language">Tag of a language: only pages written in it.</param>
public sealed record SearchQuery(string Text, string? Os = null, string? Licence = null, string? Edition = null, string? Kind = null, string? Language = null)
{
    /// <summary>What the engine reads of a query, and what the box takes.</summary>
    public const int Longest = 2000;

    /// <summary>Parameter that a search box sends: straight to the page of a code that was typed (Feature 68).</summary>
    public const string GoKey = "go";

    private const int MostHits = 50;

    public bool IsFiltered => (Os ?? Licence ?? Edition ?? Kind ?? Language) is not null;

    /// <summary>Whether something was taken out that must not be searched for.</summary>
    public bool HeldSecret => Text.Contains(SensitiveText.Masked, StringComparison.Ordinal);

    /// <summary>Whether words are left to search for.</summary>
    public bool HasWords => Text.Replace(SensitiveText.Masked, "", StringComparison.Ordinal).Any(c => !char.IsWhiteSpace(c));

    /// <summary>The text as a heading shows it.</summary>
    public string Shown => Text.Length > 80 ? Text[..(char.IsHighSurrogate(Text[79]) ? 79 : 80)] + "…" : Text;

    /// <summary>What was typed, without filters.</summary>
    public static SearchQuery Of(string? text)
    {
        var words = (text ?? "").Trim();
        return new(SensitiveText.Mask(words.Length > Longest ? words[..Longest] : words));
    }

    /// <summary>Reads the query part of an address; also says whether a search box sent it.</summary>
    public static (SearchQuery Query, bool Go) Read(string address)
    {
        var values = QueryHelpers.ParseQuery(address);
        string? One(string key) => values.TryGetValue(key, out var found) && found.Count > 0 ? found[0] : null;
        var query = Of(One("q")) with
        {
            Os = AppliesTo.KnownOs.FirstOrDefault(o => o == One("os")),
            Licence = AppliesTo.KnownLicences.FirstOrDefault(l => l == One("licence")),
            Edition = AppliesTo.KnownEditions.FirstOrDefault(e => e == One("edition")),
            Kind = Enum.GetNames<HitKind>().FirstOrDefault(k => k.Equals(One("kind"), StringComparison.OrdinalIgnoreCase))?.ToLowerInvariant(),
            Language = Locale.Find(One("language"))?.Tag,
        };
        return (query, values.ContainsKey(GoKey));
    }

    public string Address(Locale locale) => Urls.Search(locale, Text, ("os", Os), ("licence", Licence), ("edition", Edition), ("kind", Kind), ("language", Language));

    /// <summary>The code that this text is, and nothing but: it has a page of its own. A code with look-alike letters is not gone
    /// to, because the reader must see first how it was read.</summary>
    public ErrorCode? WholeCode =>
        ErrorCode.TryParse(Text, out var code) && ErrorCode.FindAll(Text) is [var match] && (!match.IsGuess || !match.Written.Any(char.IsAsciiLetter)) ? code : null;

    /// <summary>The results, or null where there is nothing to search for.</summary>
    public SearchResults? Run(SiteSnapshot site, Locale locale)
    {
        if (!HasWords) return null;
        var results = site.Search(new(Text, locale)
        {
            Limit = MostHits, Os = Os, Licence = Licence, Edition = Edition, Language = Locale.Find(Language),
            Kind = Kind is null ? null : Enum.Parse<HitKind>(Kind, ignoreCase: true),
        });
        SiteMetrics.Searched(results, locale.Tag);
        return results;
    }
}
