using KnowledgeBase.Content;

namespace KnowledgeBase.Site;

/// <summary>Nothing in the content folder could be read: the start stops here, with every problem in the message.</summary>
public sealed class ContentUnusableException(string folder, IReadOnlyList<Diagnostic> problems)
    : Exception($"Nothing in {folder} could be shown.\n" + string.Join('\n', problems.Select(p => $"{p.File}:{p.Line}:{p.Column}: {p.Rule}: {p.Message} {p.Mend}")))
{
    public IReadOnlyList<Diagnostic> Problems { get; } = problems;
}
