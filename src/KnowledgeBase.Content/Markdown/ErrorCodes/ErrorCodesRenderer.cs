using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown.ErrorCodes;

/// <summary>A code as a link to its page; as plain text inside another link or a heading.</summary>
internal sealed class ErrorCodesRenderer(Locale locale) : HtmlObjectRenderer<ErrorCodesInline>
{
    protected override void Write(HtmlRenderer renderer, ErrorCodesInline inline)
    {
        if (!renderer.EnableHtmlForInline || !MayLink(inline))
        {
            renderer.WriteEscape(inline.Written);
            return;
        }
        renderer.Write("<a class=\"code-link\" href=\"").WriteEscapeUrl(ContentLinks.Code(locale, inline.Code));
        renderer.Write("\">").WriteEscape(inline.Written).Write("</a>");
    }

    private static bool MayLink(Inline inline)
    {
        ContainerInline? parent = inline.Parent;
        for (; parent?.Parent is not null; parent = parent.Parent)
            if (parent is LinkInline) return false;
        return parent is not LinkInline && parent?.ParentBlock is not HeadingBlock;
    }
}
