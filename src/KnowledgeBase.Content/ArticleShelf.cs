using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Content;

/// <summary>What came of every article file, so that the next reading parses only what changed.</summary>
internal sealed class ArticleShelf
{
    private readonly string _snippets;
    private readonly FrozenDictionary<string, (string Revision, ArticleParse Parse)> _byPath;

    private ArticleShelf(string snippets, IEnumerable<KeyValuePair<string, (string, ArticleParse)>> parsed) =>
        (_snippets, _byPath) = (snippets, parsed.ToFrozenDictionary());

    /// <summary>Articles that could be read, in ordinal order of their paths.</summary>
    public IReadOnlyList<Article> InOrder =>
        [.. _byPath.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Parse.Article).OfType<Article>()];

    /// <param name="previous">Taken over where a file is the same; all is parsed anew when a snippet changed.</param>
    public static ArticleShelf Read(IEnumerable<ContentFile> files, IEnumerable<ContentFile> snippets, ArticleShelf? previous, ICollection<Diagnostic> found)
    {
        var texts = new Dictionary<string, string>();
        foreach (var file in snippets)
            if (TextFile.Read(file, found) is { } text) texts[file.Path] = text;
        var revision = Revision(Encoding.UTF8.GetBytes(string.Join('\0', texts.SelectMany(t => new[] { t.Key, t.Value }))));
        var known = previous?._snippets == revision ? previous._byPath : FrozenDictionary<string, (string Revision, ArticleParse Parse)>.Empty;
        var context = new ArticleContext(texts);
        var all = files.ToArray();
        var parsed = new KeyValuePair<string, (string, ArticleParse)>[all.Length];
        Parallel.For(0, all.Length, i =>
        {
            var (file, own) = (all[i], all[i].Refused ?? Revision(all[i].Bytes.Span));
            var parse = known.TryGetValue(file.Path, out var same) && same.Revision == own ? same.Parse : ArticleParser.Parse(file, context);
            parsed[i] = new(file.Path, (own, parse));
        });
        foreach (var (_, (_, parse)) in parsed)
            foreach (var diagnostic in parse.Diagnostics) found.Add(diagnostic);
        return new(revision, parsed);
    }

    private static string Revision(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
}
