using System.Globalization;
using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Editing;

/// <summary>A value of an article's front matter that has a field of its own in the editor. What has none is edited in the text.</summary>
/// <param name="Name">As the key of the front matter, `applies-to.os` for one within another.</param>
/// <param name="Kind">How it is written: one line, one day, a list by commas, a list by lines.</param>
public sealed record FrontMatterField(string Name, FrontMatterKind Kind, Func<Article, string> Get)
{
    private const string Facets = "applies-to.";

    public static IReadOnlyList<FrontMatterField> All { get; } =
    [
        new("title", FrontMatterKind.Line, a => a.Title),
        new("summary", FrontMatterKind.Line, a => a.Summary),
        new("codes", FrontMatterKind.Words, a => Words(a.FrontMatter.Codes.Select(c => c.Hex))),
        new(Facets + "os", FrontMatterKind.Words, a => Words(a.FrontMatter.AppliesTo.Os)),
        new(Facets + "licence", FrontMatterKind.Words, a => Words(a.FrontMatter.AppliesTo.Licence)),
        new(Facets + "edition", FrontMatterKind.Words, a => Words(a.FrontMatter.AppliesTo.Edition)),
        new("findable-by", FrontMatterKind.Lines, a => string.Join('\n', a.FrontMatter.FindableBy)),
        new("related", FrontMatterKind.Words, a => Words(a.FrontMatter.Related)),
        new("owner", FrontMatterKind.Line, a => a.FrontMatter.Owner ?? ""),
        new("review-by", FrontMatterKind.Day, a => a.FrontMatter.ReviewBy?.ToString("O", CultureInfo.InvariantCulture) ?? ""),
    ];

    /// <summary>Name of its input in the form of the file with this number.</summary>
    public string InputName(int file) => string.Create(CultureInfo.InvariantCulture, $"field.{file}.{Name}");

    /// <summary>The text with this value; the text as it is where its front matter cannot be read, or the value is none.</summary>
    /// <param name="text">Line ends are `\n`.</param>
    public string Set(string path, string text, string value)
    {
        if (Read(path, text) is not { } article) return text;
        var items = value.Split(Kind == FrontMatterKind.Lines ? ['\n'] : [',', '、', '，', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Name.StartsWith(Facets, StringComparison.Ordinal)) return FrontMatterEdit.Set(text, "applies-to", AppliesTo(article.FrontMatter.AppliesTo, items));
        var line = value.Replace('\n', ' ').Trim();
        return FrontMatterEdit.Set(text, Name, Kind is FrontMatterKind.Words or FrontMatterKind.Lines
            ? items.Length == 0 ? null : FrontMatterEdit.List(items)
            : line.Length == 0 ? null : FrontMatterEdit.Scalar(line));
    }

    /// <summary>The values of a text by field; null where its front matter cannot be read.</summary>
    public static IReadOnlyDictionary<string, string>? Values(string path, string text) =>
        Read(path, text) is { } article ? All.ToDictionary(f => f.Name, f => f.Get(article)) : null;

    private static Article? Read(string path, string text) => ContentReader.Read([new ContentFile(path, Encoding.UTF8.GetBytes(text))]).Articles is [var article, ..] ? article : null;

    private static string Words(IEnumerable<string> words) => string.Join(", ", words);

    private string? AppliesTo(AppliesTo now, string[] items)
    {
        (string Name, IReadOnlyList<string> Items)[] facets = [("os", now.Os), ("licence", now.Licence), ("edition", now.Edition)];
        var wanted = facets.Select(f => Facets + f.Name == Name ? (f.Name, Items: items) : f).Where(f => f.Items.Count > 0).ToList();
        return wanted.Count == 0 ? null : $"{{{string.Join(", ", wanted.Select(f => $"{f.Name}: {FrontMatterEdit.List(f.Items)}"))}}}";
    }
}
