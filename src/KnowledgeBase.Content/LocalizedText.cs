namespace KnowledgeBase.Content;

/// <summary>One text in both languages; a language that the author left out is null.</summary>
public sealed record LocalizedText(string? Ja, string? En)
{
    public static readonly LocalizedText Empty = new(null, null);

    /// <summary>The text in exactly this language, or null.</summary>
    public string? this[Locale locale] => locale == Locale.Ja ? Ja : En;

    public bool IsEmpty => Ja is null && En is null;

    public bool IsComplete => Ja is not null && En is not null;

    /// <summary>The text for a reader of this language: theirs, else the other, else empty.</summary>
    public string In(Locale locale) => this[locale] ?? this[locale.Other] ?? "";
}
