namespace KnowledgeBase.Content.Checking;

/// <summary>What became of a link: fine, or the rule it breaks with the reason.</summary>
internal sealed record LinkVerdict(DiagnosticRule? Rule, string Message, string Mend)
{
    public static readonly LinkVerdict Fine = new(null, "", "");
}
