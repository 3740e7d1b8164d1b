using KnowledgeBase.Content.Markdown.Checklist;
using KnowledgeBase.Content.Markdown.Faq;
using KnowledgeBase.Content.Markdown.Fences;
using KnowledgeBase.Content.Markdown.Steps;
using KnowledgeBase.Content.Markdown.When;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content;

/// <summary>Mistakes in the Markdown itself that would otherwise only look odd on the page.</summary>
internal sealed class ArticleChecks(ArticleFindings findings)
{
    public void Check(IReadOnlyList<Block> blocks, IReadOnlyList<Inline> inlines)
    {
        foreach (var block in blocks) Check(block);
        CheckLevels(blocks.OfType<HeadingBlock>());
        foreach (var literal in inlines.OfType<LiteralInline>()) CheckText(literal);
    }

    private void Check(Block block)
    {
        if (block is NamedFenceBlock { HasClosingFence: false } open)
            findings.Add(DiagnosticRule.BlockNotClosed, open.Line, $"`::: {open.Name}` is never closed.", "Write a line ::: under its last line, no further to the right than its first.");
        switch (block)
        {
            case StepsBlock steps when !steps.Any(c => c is StepListBlock or WhenBlock):
                Empty(steps, "a numbered list");
                break;
            case ChecklistBlock list when !list.Any(c => c is ListBlock):
                Empty(list, "a list");
                break;
            case FaqBlock faq when !faq.Any(c => c is FaqItemBlock):
                Empty(faq, "questions as headings");
                break;
            case WhenBlock { Conditions: var conditions } variant when conditions.Unknown.Count > 0 || conditions.IsEmpty:
                findings.Add(DiagnosticRule.BadVariant, variant.Line, conditions.Unknown.Count == 0 ? "`::: when` says for whom it is nowhere." : $"`{ArticleFindings.Cut(string.Join(' ', conditions.Unknown))}` is not known.",
                    $"Write os=, licence= or edition= with ids such as {AppliesTo.KnownOs[0]}, {AppliesTo.KnownLicences[0]}, {AppliesTo.KnownEditions[1]}; several with commas.");
                break;
            case QuoteBlock { Count: > 0 } quote when quote[0] is ParagraphBlock first && Markdown.PlainText.Of(first) is var text && text.StartsWith("[!", StringComparison.Ordinal):
                findings.Add(DiagnosticRule.UnknownBlock, quote.Line, $"`{ArticleFindings.Cut(text)}` opens no note.", "Known are [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION], alone on their line.");
                break;
            case StepBlock { Attributes.Unknown: { Count: > 0 } unknown } step:
                findings.Add(DiagnosticRule.UnknownStepWord, step.Line, $"`{ArticleFindings.Cut(string.Join(' ', unknown))}` means nothing in a step.", "Known are #id, admin, irreversible, data-loss and time=5m.");
                break;
        }
    }

    private void Empty(NamedFenceBlock block, string expected) =>
        findings.Add(DiagnosticRule.EmptyBlock, block.Line, $"`::: {block.Name}` does not hold {expected}.", $"Put {expected} into it, or take the ::: lines away.");

    private void CheckLevels(IEnumerable<HeadingBlock> headings)
    {
        var last = 1;
        foreach (var heading in headings)
        {
            if (heading.Level > last + 1)
                findings.Add(DiagnosticRule.HeadingSkip, heading.Line, $"A heading of level {heading.Level} follows one of level {last}.", $"Write {new string('#', last + 1)} instead.");
            last = heading.Level;
        }
    }

    private void CheckText(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (literal.PreviousSibling is null or LineBreakInline && text.StartsWith(":::"))
            findings.Add(DiagnosticRule.UnknownBlock, literal.Line, $"`{ArticleFindings.Cut(text.ToString())}` opens or closes no block.", "Known are ::: steps, when, checklist and faq; each is closed by a line :::.");
        if (HtmlInText.Find(text) is { } tag)
            findings.Add(DiagnosticRule.RawHtml, literal.Line, $"`{tag}` is shown as it stands: articles hold no HTML.", "Use Markdown, or put it into a code span if it is meant to be seen.", literal.Column);
    }
}
