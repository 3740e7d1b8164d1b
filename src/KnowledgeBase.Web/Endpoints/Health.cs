using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;
using KnowledgeBase.Web.Circuits;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/health/live`: the process answers. `/health/ready`: content is live, which files could not be taken, and
/// whether what visitors tell us can be kept.</summary>
public static class Health
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(100);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).WithSummary("Whether content is live, and which files could not be taken.");
    }

    private static async Task<JsonHttpResult<ReadyAnswer>> Ready(CurrentSite current, IVisitorStore store, TimeProvider clock, Drain drain, CircuitCount circuits, EditingUpkeep upkeep, WebhookDelivery webhooks, CancellationToken cancellation)
    {
        if (!current.HasSnapshot)
            return TypedResults.Json(new ReadyAnswer("starting", null, 0, 0, null, []), ApiJson.Default.ReadyAnswer, statusCode: StatusCodes.Status503ServiceUnavailable);
        var (info, content) = (current.Snapshot.Info, current.Snapshot.Content);
        // The balancer must hear at once, whatever the store is doing: a replica without its store reads as well as ever.
        if (!drain.HasBegun) await Task.WhenAny(store.Check(cancellation), Task.Delay(s_patience, clock, cancellation));
        var status = drain.HasBegun ? "ending" : "ready" + (info.RejectedFiles.Count == 0 ? "" : ", with files rejected") + (store.Problem is null ? "" : ", storage not usable") + (upkeep.Problem is null ? "" : ", saves not yet committed or sent") + (webhooks.Problem is null ? "" : ", webhooks not delivered");
        var answer = new ReadyAnswer(
            status, info.Revision, info.Generation, Math.Round((clock.GetUtcNow() - info.BuiltAt).TotalSeconds, 1),
            new(content.Articles.Count, content.Codes.Count, content.Registry.Entries.Count, content.Guides.Count, content.Glossary.Count),
            [.. info.RejectedFiles.Select(r => new ReadyAnswer.Rejected(r.Path, r.Reason, r.KeptLastGood))])
        {
            StorageProblem = store.Problem,
            SavesWait = upkeep.Problem is not null,
            WebhooksWait = webhooks.Problem is not null,
            IndexedSections = current.Snapshot.Index.Parts,
            Circuits = circuits.Open,
        };
        return TypedResults.Json(answer, ApiJson.Default.ReadyAnswer, statusCode: drain.HasBegun ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
