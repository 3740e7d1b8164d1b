using KnowledgeBase.Content.Markdown.Fences;
using Markdig.Parsers;

namespace KnowledgeBase.Content.Markdown.Faq;

/// <summary>`::: faq`: headings are questions; each with its answer is a <see cref="FaqItemBlock"/>.</summary>
internal sealed class FaqBlock(BlockParser parser, string arguments) : NamedFenceBlock(parser, "faq", arguments);
