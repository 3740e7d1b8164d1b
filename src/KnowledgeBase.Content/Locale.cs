namespace KnowledgeBase.Content;

/// <summary>A language the site is written in, named by its BCP 47 tag.</summary>
public sealed class Locale
{
    public static readonly Locale Ja = new("ja");
    public static readonly Locale En = new("en");

    /// <summary>Every language, the default one first.</summary>
    public static IReadOnlyList<Locale> All { get; } = [Ja, En];

    private Locale(string tag) => Tag = tag;

    public string Tag { get; }

    /// <summary>The language a reader is offered when a text is missing in this one.</summary>
    public Locale Other => this == Ja ? En : Ja;

    /// <summary>The language with this tag, ignoring case; null for any other text.</summary>
    public static Locale? Find(string? tag) => All.FirstOrDefault(l => l.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Tag;
}
