using System.Globalization;
using KnowledgeBase.Content.Markdown.Callouts;
using KnowledgeBase.Content.Markdown.Checklist;
using KnowledgeBase.Content.Markdown.ErrorCodes;
using KnowledgeBase.Content.Markdown.Faq;
using KnowledgeBase.Content.Markdown.Headings;
using KnowledgeBase.Content.Markdown.Steps;
using KnowledgeBase.Content.Markdown.When;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content;

/// <summary>Reads out of an article what must be the same in both languages.</summary>
internal sealed class SkeletonReader(ArticleFindings findings)
{
    private readonly List<SkeletonPart> _blocks = [];
    private readonly List<SkeletonPart> _commands = [];
    private readonly List<SkeletonPart> _codes = [];

    public ArticleSkeleton Read(IReadOnlyList<Block> blocks, IReadOnlyList<Inline> inlines)
    {
        foreach (var block in blocks) Read(block);
        foreach (var inline in inlines) Read(inline);
        return new()
        {
            Blocks = _blocks,
            Commands = [.. _commands.OrderBy(c => c.Line)],
            Codes = [.. _codes.OrderBy(c => c.Line)],
        };
    }

    private void Read(Block block)
    {
        if (Name(block) is { } name) _blocks.Add(new(name, findings.FileLine(block.Line)));
        if (block is not CodeBlock code) return;
        foreach (var (command, offset) in CommandText.OfBlock(code)) _commands.Add(new(command, findings.FileLine(block.Line + offset)));
        for (var i = 0; i < code.Lines.Count; i++)
            AddCodes(code.Lines.Lines[i].Slice.ToString(), block.Line + i + (block is FencedCodeBlock ? 1 : 0));
    }

    private void Read(Inline inline)
    {
        if (inline is ErrorCodesInline code) _codes.Add(new(code.Code.Hex, findings.FileLine(code.Line)));
        if (inline is not CodeInline span) return;
        if (CommandText.OfSpan(span.Content) is { } command) _commands.Add(new(command, findings.FileLine(span.Line)));
        AddCodes(span.Content, span.Line);
    }

    private void AddCodes(string text, int line)
    {
        foreach (var code in PrintedCode.FindAll(text)) _codes.Add(new(code.Hex, findings.FileLine(line)));
    }

    private static string? Name(Block block) => block switch
    {
        HeadingBlock heading => HeadingIdsExtension.WrittenId(heading) is { } id ? Text($"h{heading.Level}#{id}") : Text($"h{heading.Level}"),
        StepListBlock steps => Text($"steps:{steps.Count}"),
        StepBlock { Attributes: { HasBadge: true } attributes } => "step:" + Badges(attributes),
        WhenBlock { Conditions.AppliesTo: var to } => "when:" + string.Join('+', [.. to.Os, .. to.Licence, .. to.Edition]),
        CalloutsBlock callout => callout.Kind.ToString().ToLowerInvariant(),
        ChecklistBlock => "checklist",
        FaqBlock faq => Text($"faq:{faq.Count(c => c is FaqItemBlock)}"),
        Table table => Text($"table:{table.Count}x{table.Max(r => ((TableRow)r).Count)}"),
        CodeBlock => "pre",
        ListBlock list => Text($"{(list.IsOrdered ? "ol" : "ul")}:{list.Count}"),
        QuoteBlock => "quote",
        _ => null,
    };

    private static string Badges(StepAttributes step)
    {
        string?[] names = [step.NeedsAdministrator ? "admin" : null, step.Irreversible ? "irreversible" : null, step.RisksData ? "data-loss" : null, step.Minutes is { } m ? Text($"time={m}m") : null];
        return string.Join('+', names.OfType<string>());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
