using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Headings;

/// <summary>`## Heading {#id}`. Only cuts the id off and remembers it: ids are given out for the whole article at once, because
/// Markdig's own way takes quadratic time on equal headings and gives Japanese ones none.</summary>
internal sealed class HeadingIdsExtension(ArticleWords words) : IMarkdownExtension
{
    private static readonly object WrittenIdKey = typeof(HeadingIdsExtension);

    /// <summary>The id that the author wrote, whatever it looks like; null for none.</summary>
    public static string? WrittenId(HeadingBlock heading) => heading.GetData(WrittenIdKey) as string;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // An underlined heading starts its life as a paragraph.
        pipeline.BlockParsers.FindExact<HeadingBlockParser>()!.Closed += CutId;
        pipeline.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += CutId;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new HeadingIdsRenderer(words));

    private static void CutId(BlockProcessor processor, Block block)
    {
        if (block is not HeadingBlock { Lines.Count: > 0 } heading) return;
        ref var line = ref heading.Lines.Lines[heading.Lines.Count - 1].Slice;
        var text = line.AsSpan().TrimEnd();
        if (!text.EndsWith("}")) return;
        var open = text.LastIndexOf("{#");
        if (open < 0 || text.Length - open <= 3 || text[(open + 2)..^1].ContainsAny(" \t{")) return;
        heading.SetData(WrittenIdKey, text[(open + 2)..^1].ToString());
        line.End = line.Start + open - 1;
        line.TrimEnd();
    }
}
