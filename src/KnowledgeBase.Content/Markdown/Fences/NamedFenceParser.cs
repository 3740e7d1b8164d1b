using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Fences;

/// <summary>Opens on `::: name`, closes on `:::`. Fences nest without counting colons: a closing line belongs to the innermost
/// open fence that does not start to the right of it.</summary>
internal abstract class NamedFenceParser : BlockParser
{
    private const string Fence = ":::";
    private readonly string _name;

    protected NamedFenceParser(string name)
    {
        _name = name;
        OpeningCharacters = [':'];
    }

    protected abstract NamedFenceBlock Create(string arguments);

    /// <summary>The block is complete, inlines are not parsed yet: a place to read attributes out of its lines.</summary>
    protected virtual void Complete(NamedFenceBlock block)
    {
    }

    public sealed override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !TryReadOpening(processor.Line, out var arguments)) return BlockState.None;
        var block = Create(arguments);
        block.Column = processor.Column;
        block.Line = processor.LineIndex;
        block.Span = new SourceSpan(processor.Start, processor.Line.End);
        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public sealed override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var fence = (NamedFenceBlock)block;
        if (processor.CurrentChar == ':' && !processor.IsCodeIndent && IsClosing(processor.Line) && !BelongsDeeper(processor, fence))
        {
            fence.HasClosingFence = true;
            fence.UpdateSpanEnd(processor.Line.End);
            return BlockState.BreakDiscard;
        }
        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    public sealed override bool Close(BlockProcessor processor, Block block)
    {
        Complete((NamedFenceBlock)block);
        return true;
    }

    private bool TryReadOpening(StringSlice line, out string arguments)
    {
        arguments = "";
        var rest = line.AsSpan();
        if (!rest.StartsWith(Fence)) return false;
        rest = rest[Fence.Length..].Trim();
        if (!rest.StartsWith(_name)) return false;
        rest = rest[_name.Length..];
        if (rest.Length > 0 && !char.IsWhiteSpace(rest[0])) return false;
        arguments = rest.Trim().ToString();
        return true;
    }

    private static bool IsClosing(StringSlice line) => line.AsSpan().TrimEnd().SequenceEqual(Fence);

    // While lines are matched, only the processor knows what is open.
    private static bool BelongsDeeper(BlockProcessor processor, ContainerBlock fence)
    {
        for (var child = fence.LastChild; child is not null && processor.IsOpen(child); child = (child as ContainerBlock)?.LastChild)
            if (child is NamedFenceBlock or FencedCodeBlock && child.Column <= processor.Column) return true;
        return false;
    }
}
