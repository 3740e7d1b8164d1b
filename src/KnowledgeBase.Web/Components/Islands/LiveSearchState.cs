using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components.Islands;

/// <summary>What <see cref="LiveSearch"/> shows: the address's query first, then what the reader types and picks.</summary>
public abstract class LiveSearchState : ComponentBase, IDisposable
{
    // Words that stand so long were meant; what passes while somebody types is no search.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(3);

    private SearchQuery _given = new("");
    private bool _isShown;
    private ITimer? _settling;
    private (SearchQuery Query, SearchResults Results)? _uncounted;

    /// <summary>Query part of the page's address.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    [Parameter, EditorRequired]
    public required string LocaleTag { get; set; }

    [Inject]
    public required CurrentSite CurrentSite { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required EventRecorder Events { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected SearchQuery Query { get; private set; } = new("");

    protected SearchResults? Results { get; private set; }

    /// <summary>The snapshot of now, asked for and never held: a page may stay open for days.</summary>
    protected SiteSnapshot Site => CurrentSite.Snapshot;

    protected Locale Locale => Locale.Find(LocaleTag) ?? Locale.Ja;

    protected UiText T => UiText.For(Locale);

    protected string Heading => Query.Text.Length == 0 ? T["Search"] : T.Format("SearchTitle", Query.Shown);

    protected string SiteName => Site.Content.Site.Name.In(Locale);

    /// <summary>The page itself stands for the query of its address only.</summary>
    protected bool HasMoved => Query != _given;

    /// <summary>Whether this is the page that an export takes: there a script searches and says it in these words.</summary>
    protected bool IsExported => _given.Text.Length == 0 && !RendererInfo.IsInteractive;

    protected SearchQuery Unfiltered => new(Query.Text);

    protected bool OnPickIsLive => RendererInfo.IsInteractive;

    public void Dispose()
    {
        _settling?.Dispose();
        // Who leaves at once may have found it.
        Count();
        GC.SuppressFinalize(this);
    }

    protected override void OnParametersSet()
    {
        var (query, _) = SearchQuery.Read(Address);
        if (_isShown && query == _given) return;
        _given = query;
        Show(query);
    }

    /// <summary>The script hands over the query part of the address that a plain form would have led to.</summary>
    protected void Asked(ChangeEventArgs change)
    {
        var (query, go) = SearchQuery.Read(change.Value as string ?? "");
        if (go && query.WholeCode is { } code) Navigation.NavigateTo(Urls.Code(Locale, code), forceLoad: true);
        else Show(query);
    }

    protected void Search(string text) => Show(SearchQuery.Of(text));

    protected void Pick(SearchQuery query) => Show(query);

    private void Show(SearchQuery query)
    {
        (Query, _isShown) = (query, true);
        Results = query.Run(Site, Locale);
        _settling?.Dispose();
        _uncounted = RendererInfo.IsInteractive && HasMoved && !query.IsFiltered && Results is { } found ? (query, found) : null;
        if (_uncounted is not null) _settling = Clock.CreateTimer(_ => InvokeAsync(Count), null, s_settled, Timeout.InfiniteTimeSpan);
    }

    private void Count()
    {
        if (_uncounted is var (query, results)) Events.Searched(query.Text, Locale, results.Total, results.Hits.Count > 0 ? results.Hits[0].Kind : null);
        _uncounted = null;
    }
}
