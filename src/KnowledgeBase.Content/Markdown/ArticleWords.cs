using System.Globalization;
using System.Resources;
using KnowledgeBase.Content.Markdown.Callouts;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The words that the renderers add to an article, in one language; the texts stand in `ArticleWords.resx` and
/// `ArticleWords.ja.resx`.</summary>
public sealed class ArticleWords
{
    private static readonly ResourceManager Texts = new("KnowledgeBase.Content.Markdown.ArticleWords", typeof(ArticleWords).Assembly);
    private static readonly Dictionary<Locale, ArticleWords> ByLocale = Locale.All.ToDictionary(l => l, l => new ArticleWords(l));

    private readonly CultureInfo _culture;

    private ArticleWords(Locale locale)
    {
        _culture = CultureInfo.GetCultureInfo(locale.Tag);
        Administrator = Text("Administrator");
        Irreversible = Text("Irreversible");
        DataRisk = Text("DataRisk");
        SectionPermalink = Text("SectionPermalink");
    }

    public static ArticleWords In(Locale locale) => ByLocale[locale];

    public string Administrator { get; }
    public string Irreversible { get; }
    public string DataRisk { get; }
    public string SectionPermalink { get; }

    public string Minutes(int minutes) => string.Format(_culture, Text("Minutes"), minutes);

    public string StepPermalink(int number) => string.Format(_culture, Text("StepPermalink"), number);

    /// <summary>Names of every system, licence and edition that a variant is for, in one line.</summary>
    public string Title(AppliesTo to)
    {
        var groups = new[] { Names("Os", to.Os), Names("Licence", to.Licence), Names("Edition", to.Edition) };
        return string.Join(Text("GroupSeparator"), groups.Where(g => g.Length > 0));
    }

    internal string Callout(CalloutKind kind) => Text("Callout" + kind);

    private string Names(string facet, IReadOnlyList<string> ids) =>
        string.Join(Text("ListSeparator"), ids.Select(id => Text($"{facet}-{id}")));

    private string Text(string key) => Texts.GetString(key, _culture) ?? throw new MissingManifestResourceException($"ArticleWords has no text {key}.");
}
