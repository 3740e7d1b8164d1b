using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Markdown.Steps;

/// <summary>A step list as `ol.steps`. The number is written out, so that it can be large and survives copying.</summary>
internal sealed class StepsRenderer(ArticleWords words) : HtmlObjectRenderer<StepListBlock>
{
    protected override void Write(HtmlRenderer renderer, StepListBlock list)
    {
        renderer.EnsureLine();
        renderer.Write("<ol class=\"steps\"");
        if (list.Start != 1) renderer.Write(" start=\"").Write(list.Start.ToString(CultureInfo.InvariantCulture)).Write('"');
        renderer.WriteLine(">");
        foreach (var child in list) WriteStep(renderer, (StepBlock)child);
        renderer.WriteLine("</ol>");
    }

    private void WriteStep(HtmlRenderer renderer, StepBlock step)
    {
        var number = step.Number.ToString(CultureInfo.InvariantCulture);
        renderer.Write("<li class=\"step\" id=\"").WriteEscape(step.Id).Write("\"><span class=\"step-number\" aria-hidden=\"true\">").Write(number).WriteLine("</span>");
        renderer.WriteLine("<div class=\"step-body\">");
        WriteBadges(renderer, step.Attributes);
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(step);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
        renderer.Write("<a class=\"permalink\" href=\"#").WriteEscape(step.Id).Write("\" aria-label=\"")
            .WriteEscape(words.StepPermalink(step.Number)).WriteLine("\">#</a></li>");
    }

    private void WriteBadges(HtmlRenderer renderer, StepAttributes step)
    {
        if (!step.HasBadge) return;
        renderer.Write("<p class=\"badges\">");
        var gap = "";
        if (step.NeedsAdministrator) WriteBadge("badge-admin", words.Administrator);
        if (step.Irreversible) WriteBadge("badge-irreversible", words.Irreversible);
        if (step.RisksData) WriteBadge("badge-data-loss", words.DataRisk);
        if (step.Minutes is { } minutes) WriteBadge("badge-time", words.Minutes(minutes));
        renderer.WriteLine("</p>");

        void WriteBadge(string name, string text)
        {
            renderer.Write(gap).Write("<span class=\"badge ").Write(name).Write("\">").WriteEscape(text).Write("</span>");
            gap = " ";
        }
    }
}
