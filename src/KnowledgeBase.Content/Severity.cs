namespace KnowledgeBase.Content;

/// <summary>An error keeps its file (or the broken part) off the site and fails `kb check`; a warning does neither.</summary>
public enum Severity
{
    Warning,
    Error,
}
