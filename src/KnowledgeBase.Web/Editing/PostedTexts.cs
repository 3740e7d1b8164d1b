using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Editing;

/// <summary>What the form of an editor sends, with script or without.</summary>
/// <param name="Texts">In the order of the form.</param>
/// <param name="Draft">Id of what is kept of them; null for none yet.</param>
/// <param name="Version">Of that draft, as the form knew it.</param>
public sealed record PostedTexts(IReadOnlyList<EditedText> Texts, string? Draft, long Version)
{
    // A draft holds as many.
    private const int MostTexts = 50;

    /// <summary>The button that was used; empty for none.</summary>
    public string Wish { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public ChangeClass Class { get; private init; } = ChangeClass.Minor;

    /// <returns>Null for a form that no editor sent.</returns>
    public static PostedTexts? Read(IFormCollection form)
    {
        var (paths, bases, texts) = (form["path"], form["base"], form["text"]);
        if (paths.Count is 0 or > MostTexts || bases.Count != paths.Count || texts.Count != paths.Count) return null;
        var files = paths.Select((p, i) => new EditedText(p ?? "", string.IsNullOrEmpty(bases[i]) ? null : bases[i], WithFields(form, i, p ?? "", Plain(texts[i] ?? "")))).ToList();
        return new(files, string.IsNullOrEmpty(form["draft"]) ? null : form["draft"].ToString(), long.TryParse(form["version"], out var version) ? version : 0)
        {
            Wish = form["do"].ToString(),
            Reason = form["reason"].ToString(),
            Class = ClassOf(form["class"]),
        };
    }

    /// <summary>The class that a form names; minor where it names none.</summary>
    public static ChangeClass ClassOf(string? name) => Enum.TryParse<ChangeClass>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : ChangeClass.Minor;

    /// <summary>Forms send every line end as two characters.</summary>
    public static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    // Without script a value that was changed in the form of the front matter comes beside the text.
    private static string WithFields(IFormCollection form, int file, string path, string text)
    {
        foreach (var field in FrontMatterField.All)
        {
            var (now, was) = (form[field.InputName(file)], form[field.InputName(file) + ".was"]);
            if (now.Count == 1 && was.Count == 1 && Plain(now[0] ?? "") is var value && value != Plain(was[0] ?? "")) text = field.Set(path, text, value);
        }
        return text;
    }
}
