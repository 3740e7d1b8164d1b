using Microsoft.AspNetCore.WebUtilities;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>Reads the query of a guide's address.</summary>
public static class GuideQuery
{
    /// <summary>Name of the parameter that carries the guide's version.</summary>
    public const string VersionKey = "v";

    private const int MostAnswers = 100;

    /// <returns>Every parameter as an answer (of a repeated one the last counts), and the version that a shared link carries.</returns>
    public static (IReadOnlyList<KeyValuePair<string, string>> Answers, string? Version) Read(string query)
    {
        var parsed = QueryHelpers.ParseQuery(query);
        var version = parsed.TryGetValue(VersionKey, out var v) ? v.ToString() : null;
        return ([.. parsed.Where(p => p.Key != VersionKey).Take(MostAnswers).Select(p => KeyValuePair.Create(p.Key, p.Value[^1] ?? ""))], version);
    }
}
