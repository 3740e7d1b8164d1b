using KnowledgeBase.Content.Markdown.Fences;
using Markdig.Parsers;

namespace KnowledgeBase.Content.Markdown.Steps;

/// <summary>`::: steps`: its ordered lists, also those of `::: when` blocks directly inside, are <see cref="StepListBlock"/>s.</summary>
internal sealed class StepsBlock(BlockParser parser, string arguments) : NamedFenceBlock(parser, "steps", arguments);
