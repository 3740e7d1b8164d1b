using System.Text.Json.Serialization;

namespace KnowledgeBase.Content;

/// <summary>One article in one language, parsed, rendered and safe to show.</summary>
public sealed record Article
{
    /// <summary>The permanent name, the same in both languages.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>Last part of the address; the file name without language and extension.</summary>
    public required string Slug { get; init; }

    /// <summary>Id of the category: the folder under `articles`.</summary>
    public required string Category { get; init; }
    public required Locale Locale { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required ArticleFrontMatter FrontMatter { get; init; }

    /// <summary>Path of the file relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>First 12 hex digits of the SHA-256 of the file: what votes and translations refer to.</summary>
    public required string Revision { get; init; }

    /// <summary>Error codes that the text names, each once, in order of first mention (front matter `codes` first).</summary>
    public required IReadOnlyList<ErrorCode> Codes { get; init; }

    /// <summary>Minutes that all steps together take, where authors gave times; null where none did.</summary>
    public int? Minutes { get; init; }

    /// <summary>One for each section, in order.</summary>
    public required IReadOnlyList<ArticleHeading> Headings { get; init; }

    /// <summary>Sanitised HTML before the first section heading; may be empty.</summary>
    [JsonIgnore]
    public string LeadHtml => Body.Value.LeadHtml;
    [JsonIgnore]
    public string LeadText => Body.Value.LeadText;

    /// <summary>In reading order; levels 2 to 4.</summary>
    [JsonIgnore]
    public IReadOnlyList<Section> Sections => Body.Value.Sections;

    /// <summary>Facts that must be the same in both languages, and links to check.</summary>
    [JsonIgnore]
    public ArticleSkeleton Skeleton => Body.Value.Skeleton;

    /// <summary>What the author wrote as running text, piece by piece: what the check of terms reads.</summary>
    [JsonIgnore]
    public IReadOnlyList<ProsePart> Prose => Body.Value.Prose;

    // Where an earlier start parsed the file, its text is parsed again only when somebody asks for it.
    internal Lazy<ArticleBody> Body { get; init; } = new(() => throw new InvalidOperationException("The text of this article was not read."));
}
