using KnowledgeBase.Site.Editing;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Editing;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components.Parts.Edit.Writing;

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

    /// <summary>Id of the draft that the page is about; null for a page about the files themselves, with what was kept of them.</summary>
    [Parameter]
    public string? Draft { get; set; }

    /// <summary>Where to go once nothing is left to edit here; null where the page stays.</summary>
    [Parameter]
    public string? Leave { get; set; }

    /// <summary>Further fields and buttons (`do`) of the same form: whatever was typed goes along with each.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Does what these buttons wish once the texts are kept, and answers what is shown then.</summary>
    [Parameter]
    public Func<string, EditorState, Task<EditorState>>? Wished { get; set; }

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
        _state = Me is { } me ? await Editing.Open(Files, Draft, me.Editor) : new([.. Files.Select(f => new EditedText(f.Path, null, f.Initial))]);
    }

    private async Task Submit()
    {
        _isDone = true;
        if (Me is not { } me || Http is null || PostedTexts.Read(Http.Request.Form) is not { } posted) return;
        if (posted.Wish == "drop")
        {
            await Editing.Drop(posted with { Draft = Draft ?? posted.Draft }, me.Editor);
            Http.Response.Redirect(Leave is null ? Here : Urls.Done(Leave, "dropped"));
            return;
        }
        // Only the files of this page, in their order: what stands beside each text belongs to it.
        var isHere = posted.Texts.Select(t => t.Path).SequenceEqual(_paths);
        var kept = await Editing.Keep(posted, me.Editor, open: posted.Wish == "draft" || Draft is not null || !isHere);
        // Somebody else went on with the draft meanwhile: these texts became one of their own.
        if (kept.Draft is { } own && (!isHere || own.Id != (Draft ?? own.Id))) Http.Response.Redirect(Urls.Done(Urls.EditDraft(own.Id), "apart"));
        else if (isHere) _state = await Do(posted with { Draft = kept.Draft?.Id, Version = kept.Draft?.Version ?? 0 }, kept, me.Editor, Http.Response);
    }

    private async Task<EditorState> Do(PostedTexts posted, EditorState kept, Editor me, HttpResponse response)
    {
        switch (posted.Wish)
        {
            case "draft":
                if (kept.Draft is { } draft) response.Redirect(Urls.Done(Urls.EditDraft(draft.Id), "kept"));
                return kept with { Notice = kept.NotKept is null && kept.Draft is null ? "EditNothing" : null };
            case "save":
                var result = await Editing.Save(posted, me);
                if (result.Result is SaveResult.Saved saved) response.Redirect(Leave is null ? Urls.EditSaved(Here, saved.Progress.ToString()) : Urls.Done(Leave, "published"));
                return result;
            default:
                return Wished is null ? kept : await Wished(posted.Wish, kept);
        }
    }

    // Language, else the file's name: what tells the texts apart.
    private string Name(EditedFile file) => file.Language is { } tag && Files.Count(f => f.Language == tag) == 1 ? UiText.For(KnowledgeBase.Content.Locale.Find(tag)!)["LanguageName"]
        : Files.Count == 1 ? T["EditText"] : file.Path[(file.Path.LastIndexOf('/') + 1)..];
}
