using KnowledgeBase.Content.Markdown.Fences;

namespace KnowledgeBase.Content.Markdown.Checklist;

/// <summary>Reads `::: checklist`.</summary>
internal sealed class ChecklistBlockParser() : NamedFenceParser("checklist")
{
    protected override NamedFenceBlock Create(string arguments) => new ChecklistBlock(this, arguments);
}
