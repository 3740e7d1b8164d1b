using KnowledgeBase.Site.Editing;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Editing;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components.Parts.Edit;

/// <summary>Opens what was kept of the files, and does what the form wishes.</summary>
public sealed partial class TextEditor
{
    private EditorState _state = new([]);
    private string[] _paths = [];
    private bool _isDone;

    /// <summary>One or more files that are saved together.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<EditedFile> Files { get; set; }

    /// <summary>Address of the page.</summary>
    [Parameter, EditorRequired]
    public required string Here { get; set; }

    [Parameter, EditorRequired]
    public required SignedIn? Me { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    public required TextEditing Editing { get; init; }

    // A form that was sent since says something newer.
    private string? Saved => Http is not null && HttpMethods.IsGet(Http.Request.Method) ? Http.Request.Query[Urls.SavedKey].ToString() : null;

    // The text of the language that the page is shown in.
    private int Shown => Files.Index().Where(f => f.Item.Language == Locale.Tag).Select(f => f.Index).FirstOrDefault();

    protected override async Task OnInitializedAsync()
    {
        _paths = [.. Files.Select(f => f.Path)];
        _isDone = Http is null || !HttpMethods.IsPost(Http.Request.Method);
        _state = Me is { } me ? await Editing.Open(Files, Http?.Request.Query[Urls.DraftKey], me.Editor) : new([.. Files.Select(f => new EditedText(f.Path, null, f.Initial))]);
    }

    private async Task Submit()
    {
        _isDone = true;
        // Only the files of this page, in their order: what stands beside each text belongs to it.
        if (Me is not { } me || Http is null || PostedTexts.Read(Http.Request.Form) is not { } posted || !posted.Texts.Select(t => t.Path).SequenceEqual(_paths)) return;
        switch (posted.Wish)
        {
            case "drop":
                await Editing.Drop(posted, me.Editor);
                Http.Response.Redirect(Here);
                break;
            case "draft":
                _state = await Editing.Keep(posted, me.Editor, open: true);
                if (_state.Draft is { } draft) Http.Response.Redirect(Urls.Done(Urls.EditDraft(draft.Id), "kept"));
                else _state = _state with { Notice = _state.NotKept is null ? "EditNothing" : null };
                break;
            case "save":
                _state = await Editing.Save(posted, me.Editor);
                if (_state.Result is SaveResult.Saved saved) Http.Response.Redirect(Urls.EditSaved(Here, saved.Progress.ToString()));
                break;
            default:
                _state = await Editing.Keep(posted, me.Editor);
                break;
        }
    }

    private string Name(EditedFile file) => file.Language is { } tag ? UiText.For(KnowledgeBase.Content.Locale.Find(tag)!)["LanguageName"] : T["EditText"];
}
