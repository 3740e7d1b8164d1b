using System.Text;
using KnowledgeBase.Content.Markdown.ErrorCodes;
using KnowledgeBase.Content.Markdown.Rendering;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>What a reader sees of some blocks, without markup: what the search reads. One line per block; the cells of a table
/// row share a line.</summary>
internal static class PlainText
{
    public static string Of(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks) Append(text, block);
        return text.ToString().TrimEnd('\n');
    }

    public static string Of(LeafBlock block)
    {
        var text = new StringBuilder();
        if (block.Inline is not null) Append(text, block.Inline);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup:
                break;
            case TableRow row:
                text.AppendJoin(' ', row.Select(cell => Of([cell]).Replace('\n', ' '))).Append('\n');
                break;
            case ContainerBlock container:
                foreach (var child in container) Append(text, child);
                break;
            case CodeBlock code:
                AppendCode(text, code);
                break;
            case LeafBlock { Inline: { } inline }:
                Append(text, inline);
                text.Append('\n');
                break;
        }
    }

    private static void AppendCode(StringBuilder text, CodeBlock code)
    {
        for (var i = 0; i < code.Lines.Count; i++) text.Append(code.Lines.Lines[i].Slice.AsSpan()).Append('\n');
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case ErrorCodesInline code:
                text.Append(code.Written);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline lineBreak when !JapaneseLines.JoinWithoutSpace(lineBreak):
                text.Append(' ');
                break;
            case ContainerInline container:
                for (var child = container.FirstChild; child is not null; child = child.NextSibling) Append(text, child);
                break;
        }
    }
}
