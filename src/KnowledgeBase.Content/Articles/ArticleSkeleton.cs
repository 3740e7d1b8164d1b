namespace KnowledgeBase.Content;

/// <summary>The parts of an article that do not depend on the language, each with its line, for checking links and parity.</summary>
public sealed record ArticleSkeleton
{
    /// <summary>Kinds of block in order, such as `h2#steps`, `steps:5`, `step:admin+time=2m`, `when:windows-11`,
    /// `table:3x4`, `pre`, `note`; a heading without written id is `h2`.</summary>
    public IReadOnlyList<SkeletonPart> Blocks { get; init; } = [];

    /// <summary>Contents of code spans and lines of code blocks that are commands, paths or codes; placeholders as `&lt;&gt;`.</summary>
    public IReadOnlyList<SkeletonPart> Commands { get; init; } = [];

    /// <summary>Link and image targets, language-neutral: `/a/id#x`, `/c/0x…`, `/media/x.svg`, `#x`, `https://…`.</summary>
    public IReadOnlyList<SkeletonPart> Links { get; init; } = [];

    /// <summary>Every id in the article: sections, steps and explicit ones.</summary>
    public IReadOnlySet<string> Anchors { get; init; } = new HashSet<string>();

    /// <summary>Names of shared parts that the article includes.</summary>
    public IReadOnlyList<SkeletonPart> Includes { get; init; } = [];

    /// <summary>Error codes in the text, in order, with repeats.</summary>
    public IReadOnlyList<SkeletonPart> Codes { get; init; } = [];
}
