using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Headings;

/// <summary>A heading with its anchor and a link to itself.</summary>
internal sealed class HeadingIdsRenderer(ArticleWords words) : HtmlObjectRenderer<HeadingBlock>
{
    private static readonly string[] Names = ["h1", "h2", "h3", "h4", "h5", "h6"];

    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var name = Names[Math.Clamp(heading.Level, 1, 6) - 1];
        var id = heading.TryGetAttributes()?.Id;
        renderer.EnsureLine();
        renderer.Write('<').Write(name);
        if (id is not null) renderer.Write(" id=\"").WriteEscape(id).Write('"');
        renderer.Write('>');
        renderer.WriteLeafInline(heading);
        if (id is not null)
            renderer.Write("<a class=\"permalink\" href=\"#").WriteEscape(id).Write("\" aria-label=\"").WriteEscape(words.SectionPermalink).Write("\">#</a>");
        renderer.Write("</").Write(name).WriteLine(">");
    }
}
