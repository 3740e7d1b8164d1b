using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Content.Markdown.Faq;
using KnowledgeBase.Content.Markdown.Steps;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content;

/// <summary>Cuts an article at its headings of level 2 to 4, also at the questions of a FAQ, and renders each part by itself.</summary>
internal sealed class ArticleSections
{
    private readonly List<Part> _parts = [new(null)];

    public ArticleSections(MarkdownDocument document)
    {
        foreach (var block in document)
        {
            if (block is FaqBlock faq) foreach (var child in faq) Add(child);
            else Add(block);
        }
    }

    public (string Html, string Text) Lead(Locale locale) => (Html(_parts[0], locale), PlainText.Of(_parts[0].Read));

    public IReadOnlyList<Section> Sections(Locale locale) => [.. _parts.Skip(1).Select(p => ToSection(p, locale))];

    private void Add(Block block)
    {
        switch (block)
        {
            case FaqItemBlock { Question.Level: >= 2 and <= 4 } item:
                _parts.Add(new(item.Question) { Shown = { item } });
                _parts[^1].Read.AddRange(item.Skip(1));
                break;
            case HeadingBlock { Level: >= 2 and <= 4 } heading:
                _parts.Add(new(heading) { Shown = { heading } });
                break;
            default:
                _parts[^1].Shown.Add(block);
                _parts[^1].Read.Add(block);
                break;
        }
    }

    private static Section ToSection(Part part, Locale locale)
    {
        var heading = part.Heading!;
        return new(heading.GetAttributes().Id!, heading.Level, PlainText.Of(heading), Html(part, locale), PlainText.Of(part.Read), Steps(part.Read));
    }

    private static string Html(Part part, Locale locale) => part.Shown.Count == 0 ? "" : HtmlSanitizer.Sanitize(ArticleMarkdown.In(locale).Render(part.Shown));

    private static List<Step> Steps(List<Block> blocks)
    {
        var steps = new List<Step>();
        foreach (var container in blocks.OfType<ContainerBlock>())
            foreach (var step in MarkdownTree.Blocks(container).OfType<StepBlock>()) steps.Add(ToStep(step));
        return steps;
    }

    private static Step ToStep(StepBlock step) => new()
    {
        Id = step.Id,
        Number = step.Number,
        Text = PlainText.Of([step]),
        NeedsAdministrator = step.Attributes.NeedsAdministrator,
        Irreversible = step.Attributes.Irreversible,
        RisksData = step.Attributes.RisksData,
        Minutes = step.Attributes.Minutes,
    };

    /// <summary>What is shown (heading included) and what is read as the text of the section.</summary>
    private sealed record Part(HeadingBlock? Heading)
    {
        public List<Block> Shown { get; init; } = [];
        public List<Block> Read { get; init; } = [];
    }
}
