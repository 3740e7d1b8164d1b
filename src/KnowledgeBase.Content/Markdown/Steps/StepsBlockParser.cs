using System.Globalization;
using KnowledgeBase.Content.Markdown.Fences;
using KnowledgeBase.Content.Markdown.When;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Steps;

/// <summary>Reads `::: steps` and turns the ordered lists in it into steps.</summary>
internal sealed class StepsBlockParser() : NamedFenceParser("steps")
{
    protected override NamedFenceBlock Create(string arguments) => new StepsBlock(this, arguments);

    protected override void Complete(NamedFenceBlock block) => TurnLists(block);

    private static void TurnLists(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ListBlock { IsOrdered: true } list) container[i] = Turn(list);
            else if (container[i] is WhenBlock when) TurnLists(when);
        }
    }

    private static StepListBlock Turn(ListBlock list)
    {
        var start = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
        var steps = new StepListBlock(start) { Line = list.Line, Column = list.Column, Span = list.Span };
        foreach (var item in list.Cast<ListItemBlock>().ToList())
        {
            var step = new StepBlock(start + steps.Count, ReadAttributes(item)) { Line = item.Line, Column = item.Column, Span = item.Span };
            item.TransferChildrenTo(step);
            steps.Add(step);
        }
        return steps;
    }

    private static StepAttributes ReadAttributes(ListItemBlock item)
    {
        if (item.Count == 0 || item[0] is not ParagraphBlock { Lines.Count: > 0 } first) return StepAttributes.None;
        ref var line = ref first.Lines.Lines[0].Slice;
        return StepAttributes.Cut(ref line);
    }
}
