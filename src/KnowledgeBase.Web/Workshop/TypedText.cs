using System.Globalization;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Workshop;

/// <summary>A text in a form: a file, the revision that its writer started from, and what was written.</summary>
/// <param name="BaseRevision">Null where the file is new.</param>
/// <param name="Text">Line ends are `\n`.</param>
public sealed record TypedText(string Path, string? BaseRevision, string Text)
{
    /// <summary>Largest form, in bytes: a few texts of the greatest size.</summary>
    public const long LargestForm = 4 * 1024 * 1024;

    // A draft holds as many.
    private const int Most = 50;

    /// <summary>Whether marks of a merge were left in it.</summary>
    public bool HasMarks => Text.StartsWith("<<<<<<< own\n", StringComparison.Ordinal) || Text.Contains("\n<<<<<<< own\n", StringComparison.Ordinal);

    public FileChange Change => new(Path, BaseRevision, Text);

    public string? Language => LanguageOf(Path);

    /// <summary>`ja`, `en`, or null for a text that holds both.</summary>
    public static string? LanguageOf(string path) => path.EndsWith(".ja.md", StringComparison.Ordinal) ? "ja" : path.EndsWith(".en.md", StringComparison.Ordinal) ? "en" : null;

    public static string PathField(int number) => string.Create(CultureInfo.InvariantCulture, $"path-{number}");

    public static string BaseField(int number) => string.Create(CultureInfo.InvariantCulture, $"base-{number}");

    public static string TextField(int number) => string.Create(CultureInfo.InvariantCulture, $"text-{number}");

    /// <summary>The texts of a form, as its fields number them.</summary>
    public static IReadOnlyList<TypedText> Read(IFormCollection? form)
    {
        var texts = new List<TypedText>();
        for (var i = 0; form is not null && i < Most && form.TryGetValue(PathField(i), out var path) && form.TryGetValue(TextField(i), out var text); i++)
            texts.Add(new(path.ToString(), form[BaseField(i)].ToString() is { Length: > 0 } revision ? revision : null, Lines(text.ToString())));
        return texts;
    }

    /// <summary>After a conflict: what both wrote where it could be put together, else the writer's own words; on top of what is there
    /// now, so that the next save counts.</summary>
    public TypedText After(FileConflict conflict) => new(Path, conflict.TheirRevision, conflict.Merged?.Text ?? conflict.Own ?? Text);

    /// <summary>A browser sends every line end as CR LF.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
