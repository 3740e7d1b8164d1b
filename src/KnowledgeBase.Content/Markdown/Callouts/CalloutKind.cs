namespace KnowledgeBase.Content.Markdown.Callouts;

/// <summary>The five kinds of GitHub alerts.</summary>
internal enum CalloutKind
{
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}
