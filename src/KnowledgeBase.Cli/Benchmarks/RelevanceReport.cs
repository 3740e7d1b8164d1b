using System.Text.Json.Nodes;

namespace KnowledgeBase.Cli.Benchmarks;

/// <summary>Scores as JSON: `{"set","forms":[{"form","queries","mrr","recall","ndcg"}]}`.</summary>
internal static class RelevanceReport
{
    public static string Json(string set, IReadOnlyList<RelevanceScore> scores) => new JsonObject
    {
        ["set"] = set,
        ["forms"] = new JsonArray([.. scores.Select(s => (JsonNode)new JsonObject
        {
            ["form"] = s.Form,
            ["queries"] = s.Queries,
            ["mrr"] = s.Mrr,
            ["recall"] = s.Recall,
            ["ndcg"] = s.Ndcg,
        })]),
    }.ToJsonString();
}
