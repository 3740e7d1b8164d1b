namespace KnowledgeBase.Content;

/// <summary>A difference between two versions of a guide.</summary>
/// <param name="Node">Id of the node it is about.</param>
/// <param name="What">`question`, `outcome`, `answer`, `text`, `procedure` or `next`.</param>
/// <param name="Before">Null for what is new.</param>
/// <param name="After">Null for what is gone.</param>
public sealed record GuideChange(string Node, string What, string? Before, string? After);
