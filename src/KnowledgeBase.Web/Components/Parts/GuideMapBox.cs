using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A node on the map, in pixels of the picture.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Lines">The node's text, broken to fit.</param>
public sealed record GuideMapBox(GuideNode Node, int X, int Y, int Height, IReadOnlyList<string> Lines);
