using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web;

/// <summary>Addresses of the editors' pages: history, new pages, drafts, translation, renaming, files.</summary>
public static partial class Urls
{
    public const string NewPages = "/edit/new";

    public const string EditDrafts = "/edit/drafts";

    public const string EditTranslations = "/edit/translations";

    public const string EditSnippets = "/edit/snippets";

    /// <summary>Why a search answers in the order it does.</summary>
    public const string EditRanking = "/edit/ranking";

    /// <summary>Public addresses of shared drafts begin so; behind it stand the secret and the page's own address.</summary>
    public const string SharedPreviews = "/preview";

    /// <summary>The same for editors, with the draft's id.</summary>
    public const string EditPreviews = "/edit/preview";

    /// <summary>Key of what was done, in the query of a page that says so.</summary>
    public const string DoneKey = "done";

    /// <summary>Who changed a file or an article, when and why.</summary>
    /// <param name="name">An article's permanent name, or the path of a text of the content folder.</param>
    public static string EditHistory(string name) => "/edit/history/" + name;

    /// <param name="commit">Full id.</param>
    public static string EditChange(string name, string commit) => EditHistory(name) + Query([KeyValuePair.Create("change", commit)]);

    /// <summary>The whole history, not only the newest changes.</summary>
    public static string EditWholeHistory(string name) => EditHistory(name) + Query([KeyValuePair.Create("all", "1")]);

    /// <summary>A new page of a kind: `article`, `code`, `guide`, `term`.</summary>
    public static string NewPageOf(string kind) => NewPages + Query([KeyValuePair.Create("kind", kind)]);

    /// <summary>The stub of a page that was missed.</summary>
    /// <param name="code">In canonical form; null for words.</param>
    public static string Stub(string? code, string? words = null) => NewPages + Query(code is not null
        ? [KeyValuePair.Create("kind", "code"), KeyValuePair.Create("code", code)]
        : [KeyValuePair.Create("kind", "article"), KeyValuePair.Create("q", words ?? "")]);

    public static string EditDraft(string id) => $"{EditDrafts}/{id}";

    public static string EditTranslation(string id) => $"{EditTranslations}/{id}";

    /// <param name="name">An article's permanent name, or a code in canonical form.</param>
    public static string EditRename(string name) => "/edit/rename/" + name;

    /// <summary>A text of the content folder as it is.</summary>
    public static string EditFile(string path) => "/edit/files/" + path;

    public static string EditCode(ErrorCode code) => "/edit/codes/" + code.Hex;

    public static string EditGuide(string id) => "/edit/guides/" + id;

    public static string EditTerm(string id) => "/edit/terms/" + id;

    /// <summary>The page on which a text of the content folder is edited best.</summary>
    public static string EditOf(string path) => path.Split('/') switch
    {
        ["codes", var name] when ErrorCode.TryParse(name.Split('.')[0], out var code) && name.EndsWith(".yaml", StringComparison.Ordinal) => EditCode(code),
        ["guides", var name] => EditGuide(name.Split('.')[0]),
        _ when TermText.IdOf(path) is { } term => EditTerm(term),
        _ => EditFile(path),
    };

    /// <summary>Where readers see a text of the content folder; null where no page is its own.</summary>
    /// <param name="locale">Of a text that holds both languages.</param>
    public static string? PageOfFile(Locale locale, string path) => path.Split('/') switch
    {
        ["articles", _, var name] => Locale.Find(name.Split('.') is [.., var tag, "md"] ? tag : null) is { } own ? Article(own, name.Split('.')[0]) : null,
        ["articles", _, var slug, var name] => Locale.Find(name.Split('.') is [_, var tag, "md"] ? tag : null) is { } own ? Article(own, slug) : null,
        ["codes", var name] when name.EndsWith(".yaml", StringComparison.Ordinal) && ErrorCode.TryParse(name[..^5], out var code) => Code(locale, code),
        ["guides", var name] when name.EndsWith(".yaml", StringComparison.Ordinal) && !name.EndsWith(".tests.yaml", StringComparison.Ordinal) => GuideMap(locale, name[..^5]),
        [TermText.Glossary] => Glossary(locale),
        _ when TermText.IdOf(path) is { } term => Glossary(locale, term),
        _ => null,
    };

    /// <summary>A page as it looks with a draft in it, for editors.</summary>
    /// <param name="page">Address of the page on the site.</param>
    public static string EditPreview(string id, string page) => $"{EditPreviews}/{id}{page}";

    /// <summary>The same for whoever has the link; without a page, the draft's first one.</summary>
    public static string SharedPreview(string secret, string page = "") => $"{SharedPreviews}/{secret}{page}";

    /// <summary>An address that also says what was done.</summary>
    public static string Done(string address, string what) =>
        address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Query([KeyValuePair.Create(DoneKey, what)])[1..];
}
