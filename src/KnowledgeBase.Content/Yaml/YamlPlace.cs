namespace KnowledgeBase.Content.Yaml;

/// <summary>Where a node stands: line and column of the file, and its name for messages (`cases[2].remedy`).</summary>
internal readonly record struct YamlPlace(YamlSource Source, string Name, int Line, int Column);
