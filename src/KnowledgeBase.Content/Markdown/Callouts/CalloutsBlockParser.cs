using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Callouts;

/// <summary>`> [!NOTE]` opens; the lines go on as those of a block quote do.</summary>
internal sealed class CalloutsBlockParser : BlockParser
{
    public CalloutsBlockParser() => OpeningCharacters = ['>'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || ReadKind(processor.Line.AsSpan()) is not { } kind) return BlockState.None;
        processor.NewBlocks.Push(new CalloutsBlock(this, kind)
        {
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        if (processor.CurrentChar != '>') return processor.IsBlankLine ? BlockState.BreakDiscard : BlockState.None;
        if (processor.NextChar() is ' ' or '\t')
        {
            processor.SkipFirstUnwindSpace = processor.CurrentChar == ' ';
            processor.NextColumn();
        }
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static CalloutKind? ReadKind(ReadOnlySpan<char> line)
    {
        line = line[1..].Trim();
        if (line.Length < 5 || !line.StartsWith("[!") || line[^1] != ']') return null;
        return line[2..^1] switch
        {
            var k when k.Equals("note", StringComparison.OrdinalIgnoreCase) => CalloutKind.Note,
            var k when k.Equals("tip", StringComparison.OrdinalIgnoreCase) => CalloutKind.Tip,
            var k when k.Equals("important", StringComparison.OrdinalIgnoreCase) => CalloutKind.Important,
            var k when k.Equals("warning", StringComparison.OrdinalIgnoreCase) => CalloutKind.Warning,
            var k when k.Equals("caution", StringComparison.OrdinalIgnoreCase) => CalloutKind.Caution,
            _ => null,
        };
    }
}
