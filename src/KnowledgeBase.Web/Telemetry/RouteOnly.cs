using System.Diagnostics;
using OpenTelemetry;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>Takes out of a span what a reader typed or who they are: the route says where a request went, and that is enough.</summary>
public sealed class RouteOnly : BaseProcessor<Activity>
{
    private static readonly string[] s_private = ["url.path", "url.query", "url.full", "http.target", "http.url", "client.address", "network.peer.address", "user_agent.original", "db.statement", "db.query.text"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in s_private) data.SetTag(tag, null);
    }
}
