using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Markdown.When;

/// <summary>Variants below each other, each under its own title, so that nothing is hidden where no script runs.</summary>
internal sealed class WhenRenderer(ArticleWords words) : HtmlObjectRenderer<WhenBlock>
{
    protected override void Write(HtmlRenderer renderer, WhenBlock block)
    {
        renderer.EnsureLine();
        if (!block.FollowsVariant) renderer.WriteLine("<div class=\"variants\">");
        renderer.Write("<section class=\"variant\"");
        var to = block.Conditions.AppliesTo;
        WriteData(renderer, "data-os", to.Os);
        WriteData(renderer, "data-licence", to.Licence);
        WriteData(renderer, "data-edition", to.Edition);
        renderer.WriteLine(">");
        if (!block.Conditions.IsEmpty) renderer.Write("<p class=\"variant-title\">").WriteEscape(words.Title(to)).WriteLine("</p>");
        renderer.WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine("</section>");
        if (!block.IsFollowedByVariant) renderer.WriteLine("</div>");
    }

    private static void WriteData(HtmlRenderer renderer, string name, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0) renderer.Write(' ').Write(name).Write("=\"").Write(string.Join(' ', ids)).Write('"');
    }
}
