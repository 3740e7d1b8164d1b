namespace KnowledgeBase.Content.Yaml;

/// <summary>A scalar, as the text it was written as.</summary>
/// <param name="isPlain">Written without quotes and not as a block.</param>
internal sealed class YamlText(YamlPlace place, string value, bool isPlain) : YamlNode(place)
{
    public string Value { get; } = value;

    /// <summary>Nothing stands after the colon: the key counts as left out.</summary>
    public bool IsBlank => Value.Length == 0 && isPlain;

    /// <summary>The text, cut to what a message can hold.</summary>
    public string Shown => Value.Length <= 60 ? Value : Value[..60] + "…";

    public override string Kind => "a text";
}
