namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A row of the tree on the map, in pixels of the picture.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
public sealed record GuideMapBox(GuideTreeRow Row, int X, int Y, int Width, int Height)
{
    /// <summary>The answers that lead here, cut to one line; may be empty.</summary>
    public string Via { get; init; } = "";

    /// <summary>The row's text, broken to fit.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Where lines arrive and leave: beside the first line of text.</summary>
    public int Middle => Y + GuideMap.Port;
}
