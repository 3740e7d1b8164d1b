using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Caching;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>A page whose address starts with its language. It takes the snapshot once.</summary>
public abstract class LocalizedPage : ComponentBase
{
    private SiteSnapshot? _site;

    /// <summary>First segment of the address; the route allows known tags only.</summary>
    [Parameter]
    public string Culture { get; set; } = "";

    [Inject]
    public required CurrentSite CurrentSite { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected Locale Locale => Locale.Find(Culture) ?? Locale.Ja;

    protected UiText T => UiText.For(Locale);

    protected SiteSnapshot Site => _site ??= CurrentSite.Snapshot;

    /// <summary>Answers 404; the page still renders, and says what it can offer instead.</summary>
    protected void SetMissing()
    {
        if (Http is not null) MissingPage.Mark(Http);
    }

    /// <summary>Sends the reader on; the caller renders nothing.</summary>
    /// <param name="permanent">True for another spelling of the same address.</param>
    protected void Redirect(string address, bool permanent = false)
    {
        if (Http is not null) Http.Response.Redirect(address, permanent);
        else Navigation.NavigateTo(address, replace: true);
    }
}
