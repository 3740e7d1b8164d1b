using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Desk;

/// <summary>How a link is to open: what the form of the link builder carries.</summary>
/// <param name="Language">Null for the reader's own.</param>
public sealed record LinkChoice(Locale? Language, string? Os)
{
    public static readonly LinkChoice None = new(null, null);

    /// <summary>The page with the part that was chosen, and how to open it. An address brings its own part, language and variant, until
    /// the form says otherwise.</summary>
    /// <param name="part">Null where the form was not used yet; empty for the whole page.</param>
    /// <param name="language">Null where the form was not used yet; empty for the reader's own.</param>
    public static (LinkTarget? Target, LinkChoice Choice) Read(SiteSnapshot site, string? address, string? part, string? language, string? os)
    {
        if (LinkTarget.Read(site, address) is not { } target) return (null, None);
        if (part is not null) target = target with { Anchor = target.Parts(Locale.Ja).FirstOrDefault(p => p.Anchor == part)?.Anchor };
        return (target, new(Locale.Find(language), target.Variants.FirstOrDefault(v => v == (os ?? OsOf(address)))));
    }

    private static string? OsOf(string? address) => address?.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at
        && Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[at..].Split('#')[0]).TryGetValue(Urls.VariantKey, out var os) ? os[^1] : null;
}
