using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace KnowledgeBase.Web.Components.Islands;

/// <summary>What <see cref="EditAssist"/> shows: the texts as they are kept, looked at one state after the other. A state that came
/// while another was looked at waits; of several that wait only the last counts.</summary>
public abstract class EditAssistState : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private string? _waiting;

    [Parameter, EditorRequired]
    public required string LocaleTag { get; set; }

    /// <summary>Files of the editor, in order.</summary>
    [Parameter, EditorRequired]
    public required string[] Paths { get; set; }

    /// <summary>Id of what is kept of them; null where nothing differs from the files.</summary>
    [Parameter]
    public string? Draft { get; set; }

    /// <summary>Number of the file that the preview shows.</summary>
    [Parameter]
    public int Show { get; set; }

    [Parameter, EditorRequired]
    public required string Here { get; set; }

    [Inject]
    public required SaveFiles Save { get; init; }

    [Inject]
    public required Drafts Drafts { get; init; }

    [Inject]
    public required ContentWorkspace Workspace { get; init; }

    [Inject]
    public required AuthenticationStateProvider Who { get; init; }

    protected Locale Locale => Locale.Find(LocaleTag) ?? Locale.Ja;

    protected UiText T => UiText.For(Locale);

    /// <summary>The site with the texts in it; null before the first look, or for somebody who may not edit any more.</summary>
    protected SiteSnapshot? Site { get; private set; }

    protected IReadOnlyList<Diagnostic> Findings { get; private set; } = [];

    /// <summary>Null where the files are no article in two languages that can be read.</summary>
    protected StructureParity? Parity { get; private set; }

    protected int Shown { get; private set; }

    /// <summary>Version of the draft that is shown; 0 for the files themselves.</summary>
    protected long Version { get; private set; }

    protected bool IsBusy { get; private set; }

    /// <summary>The preview is shown as its readers see it; a file of both languages in the one of the page.</summary>
    protected Locale ShownLocale => Locale.Find(EditedFile.LanguageOf(Paths[Shown])) ?? Preferred ?? Locale;

    /// <summary>The language that was chosen for files of both languages; null for the one of the page.</summary>
    protected Locale? Preferred { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task OnInitializedAsync() => LookAt($"{Draft ?? "-"} {Show}");

    /// <summary>The script hands over `draft show`: the id of what is kept (`-` for nothing) and the file to show.</summary>
    protected Task Asked(ChangeEventArgs change) => LookAt(change.Value as string);

    private async Task LookAt(string? state)
    {
        _waiting = state;
        if (IsBusy) return;
        IsBusy = true;
        try
        {
            while (_waiting?.Split(' ') is { } asked)
            {
                _waiting = null;
                await Look(asked[0] is "-" or "" ? null : asked[0], asked.Length > 1 && int.TryParse(asked[1], out var show) ? show : Shown);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            IsBusy = false;
        }
    }

    private async Task Look(string? draft, int show)
    {
        Shown = show >= 0 && show < Paths.Length ? show : 0;
        // Asked each time: a circuit outlives a role.
        if (SignedIn.Of((await Who.GetAuthenticationStateAsync()).User) is not { } me || !me.May(Roles.Editor))
        {
            (Site, Findings, Parity) = (null, [], null);
            return;
        }
        var kept = draft is null ? null : await Drafts.Find(draft, me.Editor, _gone.Token);
        // Pictures of a draft too, which have no field.
        var files = Paths.Select(p => kept?.Files.FirstOrDefault(f => f.Path == p) ?? (Workspace.Open(p) is { } live ? new FileChange(p, live.Revision, live.Text) : null)).OfType<FileChange>()
            .Concat((kept?.Files ?? []).Where(f => !Paths.Contains(f.Path))).ToList();
        (Site, Findings) = await Save.Look(files, _gone.Token);
        Version = kept?.Version ?? 0;
        var languages = Paths.Select(p => Site.Content.Articles.FirstOrDefault(a => a.Path == p)).OfType<Article>().ToList();
        Parity = languages.Count == 2 ? StructureParity.Of(languages[0], languages[1]) : null;
    }
}
