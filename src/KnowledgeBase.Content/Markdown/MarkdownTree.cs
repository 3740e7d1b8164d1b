using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The nodes of a parsed text in reading order, as lists, so that a caller may change the tree while it goes through them.
/// Recursive: ask <see cref="MarkdownDepth"/> first.</summary>
internal static class MarkdownTree
{
    public static List<Block> Blocks(ContainerBlock root)
    {
        var found = new List<Block>();
        Add(root);
        return found;

        void Add(ContainerBlock container)
        {
            foreach (var child in container)
            {
                if (child is LinkReferenceDefinitionGroup) continue;
                found.Add(child);
                if (child is ContainerBlock inner) Add(inner);
            }
        }
    }

    public static List<Inline> Inlines(IEnumerable<Block> blocks)
    {
        var found = new List<Inline>();
        foreach (var block in blocks)
            if (block is LeafBlock { Inline: { } root }) Add(root);
        return found;

        void Add(ContainerInline container)
        {
            for (var child = container.FirstChild; child is not null; child = child.NextSibling)
            {
                found.Add(child);
                if (child is ContainerInline inner) Add(inner);
            }
        }
    }
}
