using System.Net;
using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Desk;

/// <summary>One link in every form in which somebody pastes it.</summary>
/// <param name="Title">Of the page, and of the part where one is named.</param>
/// <param name="Url">Absolute.</param>
public sealed record LinkForms(string Title, string Url)
{
    /// <param name="root">Public address of the site, without a slash at the end.</param>
    /// <param name="language">The language the link opens in; null for the reader's own.</param>
    /// <param name="titles">The language of the title.</param>
    /// <param name="os">Opens the variants of this system; left out where the page has none.</param>
    public static LinkForms Of(string root, LinkTarget target, Locale? language, Locale titles, string? os)
    {
        var part = target.Anchor is null ? null : target.Parts(titles).FirstOrDefault(p => p.Anchor == target.Anchor);
        var page = (language is null ? target.Short : target.Page(language)) + (part is null ? "" : "#" + part.Anchor);
        var title = target.Title(titles);
        return new(part is null ? title : Components.UiText.For(titles).Format("DeskPartOf", part.Title, title), root + Urls.WithVariant(page, target.Variants.Contains(os) ? os : null));
    }

    public string Markdown => $"[{Title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({Url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    public string Html => $"<a href=\"{WebUtility.HtmlEncode(Url)}\">{WebUtility.HtmlEncode(Title)}</a>";

    public string Plain => $"{Title}\n{Url}";
}
