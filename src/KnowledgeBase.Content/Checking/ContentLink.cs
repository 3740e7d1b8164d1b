namespace KnowledgeBase.Content.Checking;

/// <summary>A link somewhere in the content, and where it stands.</summary>
/// <param name="Target">Language-neutral, as <see cref="ContentLinks.Resolve"/> takes it.</param>
/// <param name="Locale">Language of the text around it; null where a file has both.</param>
/// <param name="From">The article around it, for `#anchor` links; or null.</param>
internal sealed record ContentLink(string Target, string File, int Line, int Column, Locale? Locale = null, Article? From = null)
{
    public Diagnostic Report(DiagnosticRule rule, string message, string mend) => new(rule, File, Line, Column, message, mend);
}
