using KnowledgeBase.Content;
using KnowledgeBase.Site.Desk;

namespace KnowledgeBase.Web;

/// <summary>Addresses of the support desk. They have no language: a page of staff is shown in the one of whoever asks.</summary>
public static partial class Urls
{
    public const string Desk = "/desk";

    public const string DeskLinks = "/desk/links";

    public const string DeskQr = "/desk/links/qr.svg";

    public const string DeskNumbers = "/desk/numbers";

    public const string DeskNotes = "/desk/notes";

    public const string DeskNoteRemove = "/desk/notes/remove";

    public const string DeskFlags = "/desk/flags";

    public const string EditFlags = "/edit/flags";

    public const string EditFlagClose = "/edit/flags/close";

    public const string DeskTicketApi = "/api/desk/ticket";

    public const string DeskReplies = "/desk/replies";

    /// <summary>The desk's page about an article, a code or an outcome: both languages, notes, flags, numbers.</summary>
    public static string DeskPage(DeskSubject subject) => subject.Kind switch
    {
        ReplySubject.Article => $"/desk/articles/{subject.Name}",
        ReplySubject.Code => $"/desk/codes/{subject.Name}",
        _ => $"/desk/outcomes/{subject.Name}",
    };

    /// <summary>Ready replies about a subject.</summary>
    public static string DeskReply(DeskSubject subject, Locale? language = null) =>
        DeskReplies + Query(new[] { KeyValuePair.Create("for", subject.Key) }.Concat(language is null ? [] : [KeyValuePair.Create("lang", language.Tag)]));

    /// <summary>The link builder with a page picked.</summary>
    /// <param name="page">As `LinkTarget.Short`, or any address of a page.</param>
    public static string DeskLink(string page) => DeskLinks + Query([KeyValuePair.Create("to", page)]);

    /// <summary>The picture of a link for a phone's camera, as a file.</summary>
    public static string DeskQrOf(string page, string? part, string? language, string? os) => DeskQr + Query(new (string Name, string? Value)[]
    {
        ("to", page), ("part", part), ("lang", language), ("os", os),
    }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value!)));
}
