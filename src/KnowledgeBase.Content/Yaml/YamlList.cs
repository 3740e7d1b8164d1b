namespace KnowledgeBase.Content.Yaml;

/// <summary>A sequence.</summary>
internal sealed class YamlList(YamlPlace place, IReadOnlyList<YamlNode> items) : YamlNode(place)
{
    public IReadOnlyList<YamlNode> Values { get; } = items;

    public override string Kind => "a list";

    public override int Size { get; } = 1 + items.Sum(i => i.Size);
}
