using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.ErrorCodes;

/// <summary>Finds printed codes in running text.</summary>
internal sealed class ErrorCodesInlineParser : InlineParser
{
    public ErrorCodesInlineParser() => OpeningCharacters = ['0'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() is not ('x' or 'X') || !PrintedCode.TryRead(slice.Text.AsSpan(0, slice.End + 1), slice.Start, out var code)) return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new ErrorCodesInline(code, slice.Text.Substring(slice.Start, PrintedCode.Length))
        {
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + PrintedCode.Length - 1),
        };
        slice.Start += PrintedCode.Length;
        return true;
    }
}
