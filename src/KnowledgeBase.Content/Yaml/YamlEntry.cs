namespace KnowledgeBase.Content.Yaml;

/// <summary>A key of a map and its value.</summary>
internal sealed record YamlEntry(YamlText Key, YamlNode Value);
