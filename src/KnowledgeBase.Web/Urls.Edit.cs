using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Web;

/// <summary>Addresses of the web editor.</summary>
public static partial class Urls
{
    /// <summary>What an editor can do, and every article.</summary>
    public const string Edit = "/edit";

    /// <summary>Name of the parameter that says how far a save has come.</summary>
    public const string SavedKey = "saved";

    /// <summary>Keeps texts while somebody types.</summary>
    public const string EditTexts = "/api/edit/texts";

    /// <summary>Takes a picture.</summary>
    public const string EditPictures = "/api/edit/pictures";

    /// <summary>Pages to link to.</summary>
    public const string EditLinks = "/api/edit/links";

    /// <summary>Changes one value of a text's front matter.</summary>
    public const string EditFrontMatter = "/api/edit/front-matter";

    /// <param name="key">The article's permanent name; for a file that cannot be read, its slug.</param>
    public static string EditArticle(string key) => $"/edit/articles/{Uri.EscapeDataString(key)}";

    public static string EditList(string filter) => Edit + Query([KeyValuePair.Create("q", filter)]);

    /// <param name="editor">Address of any editor.</param>
    public static string EditSaved(string editor, string saved) => editor + Query([KeyValuePair.Create(SavedKey, saved)]);

    /// <summary>A hit as authors link to it, without a language.</summary>
    public static string AuthorLink(SearchHit hit) => hit.Kind switch
    {
        HitKind.Article => ContentLinks.Permanent(hit.Id, hit.Anchor),
        HitKind.Code => $"/c/{hit.Id}{(hit.Anchor is null ? "" : "#" + hit.Anchor)}",
        HitKind.Guide => ShortGuide(hit.Id, []),
        _ => $"/glossary#{hit.Id}",
    };
}
