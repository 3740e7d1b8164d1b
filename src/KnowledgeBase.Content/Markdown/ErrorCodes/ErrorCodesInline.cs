using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown.ErrorCodes;

/// <summary>An error code in running text, as written.</summary>
internal sealed class ErrorCodesInline(ErrorCode code, string written) : LeafInline
{
    public ErrorCode Code { get; } = code;

    public string Written { get; } = written;
}
