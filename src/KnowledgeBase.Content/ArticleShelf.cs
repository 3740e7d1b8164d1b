using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Content;

/// <summary>What came of every article file, so that the next reading parses only what changed.</summary>
/// <param name="hasTexts">False where it comes from <see cref="ParsedArticles"/>, which keeps none.</param>
internal sealed class ArticleShelf(string snippets, IEnumerable<ParsedArticle> parsed, bool hasTexts = true)
{
    private readonly Dictionary<string, ParsedArticle> _byPath = parsed.ToDictionary(p => p.Path);

    /// <summary>Revision of the shared parts that articles were parsed with.</summary>
    public string Snippets => snippets;

    public IEnumerable<ParsedArticle> All => _byPath.Values;

    private bool HasTexts => hasTexts;

    /// <summary>Articles that could be read, in ordinal order of their paths.</summary>
    public IReadOnlyList<Article> InOrder => [.. _byPath.Values.OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => p.Parse.Article).OfType<Article>()];

    /// <summary>Whether nothing was parsed anew or left out from one to the other.</summary>
    public bool IsSame(ArticleShelf other) => _byPath.Count == other._byPath.Count && _byPath.All(p => other._byPath.TryGetValue(p.Key, out var same) && p.Value.IsSame(same));

    /// <param name="previous">Taken over where a file is the same; all is parsed anew when a snippet changed.</param>
    public static ArticleShelf Read(IEnumerable<ContentFile> files, IEnumerable<ContentFile> snippets, ArticleShelf? previous, ICollection<Diagnostic> found)
    {
        var texts = new Dictionary<string, string>();
        foreach (var file in snippets)
            if (TextFile.Read(file, found) is { } text) texts[file.Path] = text;
        var revision = Revision(Encoding.UTF8.GetBytes(string.Join('\0', texts.SelectMany(t => new[] { t.Key, t.Value }))));
        var known = previous?.Snippets == revision ? previous._byPath : [];
        var context = new ArticleContext(texts);
        var all = files.ToArray();
        var parsed = new ParsedArticle[all.Length];
        Parallel.For(0, all.Length, i =>
        {
            var (file, own) = (all[i], all[i].Refused ?? Revision(all[i].Bytes.Span));
            if (!known.TryGetValue(file.Path, out var same) || same.Revision != own) parsed[i] = new(file.Path, own, ArticleParser.Parse(file, context));
            else parsed[i] = previous!.HasTexts ? same : same.WithText(file, context);
        });
        foreach (var article in parsed)
            foreach (var diagnostic in article.Parse.Diagnostics) found.Add(diagnostic);
        return new(revision, parsed);
    }

    private static string Revision(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
}
