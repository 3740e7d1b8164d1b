using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Markdown.Rendering;

/// <summary>Tables in a box that scrolls sideways on a phone; alignment by class, because the site's policy allows no inline style.</summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table-scroll\" tabindex=\"0\">");
        renderer.WriteLine("<table>");
        var part = "";
        foreach (var child in table)
        {
            var row = (TableRow)child;
            var next = row.IsHeader ? "thead" : "tbody";
            if (part != next)
            {
                if (part.Length > 0) renderer.Write("</").Write(part).WriteLine(">");
                renderer.Write('<').Write(part = next).WriteLine(">");
            }
            WriteRow(renderer, table, row);
        }
        if (part.Length > 0) renderer.Write("</").Write(part).WriteLine(">");
        renderer.WriteLine("</table>");
        renderer.WriteLine("</div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.WriteLine("<tr>");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        for (var i = 0; i < row.Count; i++)
        {
            renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td");
            var align = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            if (align is TableColumnAlign.Center) renderer.Write(" class=\"align-center\"");
            if (align is TableColumnAlign.Right) renderer.Write(" class=\"align-right\"");
            renderer.Write('>');
            renderer.WriteChildren((TableCell)row[i]);
            renderer.WriteLine(row.IsHeader ? "</th>" : "</td>");
        }
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine("</tr>");
    }
}
