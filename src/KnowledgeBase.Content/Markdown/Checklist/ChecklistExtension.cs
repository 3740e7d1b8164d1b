using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown.Checklist;

/// <summary>`::: checklist`: a list with boxes. The box is drawn by the style sheet: form fields have no place in an article.</summary>
internal sealed class ChecklistExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new ChecklistBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new ChecklistRenderer());
}
