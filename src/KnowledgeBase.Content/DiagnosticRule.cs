namespace KnowledgeBase.Content;

/// <summary>A rule of the content: id, severity and one-line meaning. Every rule has a broken fixture and a test.</summary>
public sealed partial record DiagnosticRule(string Id, Severity Severity, string Meaning)
{
    public override string ToString() => Id;
}
