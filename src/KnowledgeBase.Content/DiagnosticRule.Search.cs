namespace KnowledgeBase.Content;

public sealed partial record DiagnosticRule
{
    public static readonly DiagnosticRule GoldenQuery = new("KB090", Severity.Error, "A query of `findable-by` does not find its page first.");
}
