namespace KnowledgeBase.Web.Editing;

/// <summary>How the value of a <see cref="FrontMatterField"/> is written.</summary>
public enum FrontMatterKind
{
    Line,
    Day,
    Words,
    Lines,
}
