using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>`findable-by` of a file that holds both languages → the queries of each.</summary>
internal static class GoldenQueryParser
{
    public static GoldenQueries Parse(YamlMap map)
    {
        if (map.Map("findable-by") is not { } queries) return GoldenQueries.None;
        var golden = new GoldenQueries(queries.Texts("ja"), queries.Texts("en"));
        queries.Done();
        return golden;
    }
}
