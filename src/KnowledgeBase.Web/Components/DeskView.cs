using KnowledgeBase.Site;
using KnowledgeBase.Web.Endpoints;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>A page of the support desk. It takes the snapshot once.</summary>
public abstract class DeskView : StaffPage
{
    private SiteSnapshot? _site;

    [Inject]
    public required CurrentSite CurrentSite { get; init; }

    protected SiteSnapshot Site => _site ??= CurrentSite.Snapshot;

    /// <summary>Public address of the site, without a slash at the end.</summary>
    protected string Root => Http is null ? "" : SiteAddress.Of(Http);

    /// <summary>Answers 404; the page still renders, and says what it can offer instead.</summary>
    protected void SetMissing()
    {
        if (Http is not null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
