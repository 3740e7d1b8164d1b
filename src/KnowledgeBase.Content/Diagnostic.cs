namespace KnowledgeBase.Content;

/// <summary>An author's mistake: collected, never thrown.</summary>
/// <param name="Rule">Which rule; its id (`KB001`) and meaning stand in <see cref="DiagnosticRule"/>.</param>
/// <param name="File">Path relative to the content folder.</param>
/// <param name="Line">1-based; 1 where the whole file is meant.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What is wrong, with the offending text.</param>
/// <param name="Mend">What to change so that it goes away.</param>
public sealed record Diagnostic(DiagnosticRule Rule, string File, int Line, int Column, string Message, string Mend)
{
    public Severity Severity { get; init; } = Rule.Severity;
}
