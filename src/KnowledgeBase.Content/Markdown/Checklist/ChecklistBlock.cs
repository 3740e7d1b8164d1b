using KnowledgeBase.Content.Markdown.Fences;
using Markdig.Parsers;

namespace KnowledgeBase.Content.Markdown.Checklist;

/// <summary>`::: checklist`: every list in it is one to tick off.</summary>
internal sealed class ChecklistBlock(BlockParser parser, string arguments) : NamedFenceBlock(parser, "checklist", arguments);
