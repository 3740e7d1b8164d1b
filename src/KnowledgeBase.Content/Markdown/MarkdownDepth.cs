using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>How deep a parsed tree is, found without recursion: whoever walks the tree recursively asks here first.</summary>
internal static class MarkdownDepth
{
    /// <summary>The first block that lies too deep, or holds emphasis or links that do; null where all is well.</summary>
    public static Block? FindTooDeep(MarkdownDocument document, int limit)
    {
        var open = new Stack<(Block Block, int Depth)>();
        open.Push((document, 0));
        while (open.TryPop(out var at))
        {
            if (at.Depth > limit || (at.Block is LeafBlock { Inline: { } root } && IsTooDeep(root, limit - at.Depth))) return at.Block;
            if (at.Block is not ContainerBlock container) continue;
            foreach (var child in container) open.Push((child, at.Depth + 1));
        }
        return null;
    }

    private static bool IsTooDeep(ContainerInline root, int limit)
    {
        var depth = 0;
        for (Inline? at = root.FirstChild; at is not null;)
        {
            if (at is ContainerInline { FirstChild: { } first })
            {
                if (++depth > limit) return true;
                at = first;
                continue;
            }
            while (at is not null && at.NextSibling is null && at != root)
            {
                at = at.Parent;
                depth--;
            }
            at = at is null || at == root ? null : at.NextSibling;
        }
        return false;
    }
}
