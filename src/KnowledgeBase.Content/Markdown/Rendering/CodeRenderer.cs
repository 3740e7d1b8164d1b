using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown.Rendering;

/// <summary>Code blocks: the language as a class, each prompt in a span of its own that a copy button leaves out, and the block
/// reachable by keyboard because it may scroll.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var language = CodeLanguage.Of(block);
        renderer.EnsureLine();
        renderer.Write("<pre tabindex=\"0\"><code");
        if (language is not null) renderer.Write(" class=\"language-").Write(language).Write('"');
        renderer.Write('>');
        var prompts = CodeLanguage.HasPrompts(language);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i].Slice.AsSpan();
            var prompt = prompts ? Prompt.Length(line) : 0;
            if (prompt > 0)
            {
                renderer.Write("<span class=\"prompt\">");
                renderer.WriteEscape(line[..prompt]);
                renderer.Write("</span>");
            }
            renderer.WriteEscape(line[prompt..]);
            renderer.WriteLine();
        }
        renderer.WriteLine("</code></pre>");
    }
}
