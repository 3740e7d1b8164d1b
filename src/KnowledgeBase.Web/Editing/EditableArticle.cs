using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Editing;

/// <summary>An article in the list of editors.</summary>
/// <param name="Key">See <see cref="Urls.EditArticle"/>.</param>
public sealed record EditableArticle(string Key, string Title, IReadOnlyList<string> Files)
{
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Whether this person may see a draft of it.</summary>
    public bool HasDraft { get; init; }

    /// <summary>Whether a file cannot be read, so that readers see its last good version or none.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether it waits for its time.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What the other language lacks; null where nothing.</summary>
    public TranslationGap? Gap { get; init; }

    /// <summary>Whether readers of the translation are warned.</summary>
    public bool MisleadsReaders { get; init; }

    /// <summary>The only language that it has; null for both.</summary>
    public Locale? Only { get; init; }

    /// <summary>Whether every word stands in its name, title or codes.</summary>
    public bool Fits(string filter) => Fits(filter, [Key, Title, .. Codes]);

    /// <summary>Whether every word of a filter stands in one of the names.</summary>
    public static bool Fits(string filter, IEnumerable<string> names) =>
        filter.Split(' ', '　').Where(w => w.Length > 0).All(w => names.Any(n => n.Contains(w, StringComparison.OrdinalIgnoreCase)));
}
