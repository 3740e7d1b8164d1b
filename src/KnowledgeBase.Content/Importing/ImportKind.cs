namespace KnowledgeBase.Content.Importing;

/// <summary>The tool that a documentation tree was written for.</summary>
public enum ImportKind
{
    Hugo,
    Docusaurus,
    MkDocs,
}
