using System.Collections.Concurrent;
using KnowledgeBase.Content.Markdown.Addresses;
using KnowledgeBase.Content.Markdown.Callouts;
using KnowledgeBase.Content.Markdown.Checklist;
using KnowledgeBase.Content.Markdown.ErrorCodes;
using KnowledgeBase.Content.Markdown.Faq;
using KnowledgeBase.Content.Markdown.Headings;
using KnowledgeBase.Content.Markdown.Rendering;
using KnowledgeBase.Content.Markdown.Steps;
using KnowledgeBase.Content.Markdown.When;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The Markdown of articles in one language: CommonMark without raw HTML, tables and our own blocks. Thread-safe.
/// What it renders still has to pass <see cref="ArticleMarkdown"/>.</summary>
internal sealed class ArticleMarkdown
{
    /// <summary>Deeper nesting than this is refused (Markdig throws an ArgumentException).</summary>
    public const int MaximumDepth = 60;

    private static readonly Dictionary<Locale, ArticleMarkdown> ByLocale = Locale.All.ToDictionary(l => l, l => new ArticleMarkdown(l));

    private readonly MarkdownPipeline _pipeline;
    private readonly ConcurrentBag<HtmlRenderer> _renderers = [];

    private ArticleMarkdown(Locale locale)
    {
        var words = ArticleWords.In(locale);
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaximumDepth }
            .UsePreciseSourceLocation().UseCjkFriendlyEmphasis().UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true }).DisableHtml();
        builder.Extensions.AddRange([
            new HeadingIdsExtension(words), new StepsExtension(words), new WhenExtension(words), new CalloutsExtension(words),
            new ChecklistExtension(), new FaqExtension(), new ErrorCodesExtension(locale), new AddressesExtension(), new RenderingExtension()]);
        _pipeline = builder.Build();
    }

    public static ArticleMarkdown In(Locale locale) => ByLocale[locale];

    /// <exception cref="ArgumentException">The text nests too deeply.</exception>
    public MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, _pipeline);

    /// <summary>Unsanitised HTML of some blocks of a parsed document.</summary>
    /// <exception cref="ArgumentException">The text nests too deeply.</exception>
    public string Render(IEnumerable<Block> blocks)
    {
        if (!_renderers.TryTake(out var renderer)) renderer = NewRenderer();
        foreach (var block in blocks) renderer.Write(block);
        renderer.Writer.Flush();
        var buffer = ((StringWriter)renderer.Writer).GetStringBuilder();
        var html = buffer.ToString();
        buffer.Clear();
        _renderers.Add(renderer);
        return html;
    }

    private HtmlRenderer NewRenderer()
    {
        var renderer = new HtmlRenderer(new StringWriter { NewLine = "\n" });
        _pipeline.Setup(renderer);
        return renderer;
    }
}
