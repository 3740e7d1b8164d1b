namespace KnowledgeBase.Site.Editing;

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,

    /// <summary>Equal lines were left out here.</summary>
    Gap,
}
