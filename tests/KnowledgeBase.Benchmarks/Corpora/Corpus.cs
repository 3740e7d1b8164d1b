using KnowledgeBase.Cli;
using KnowledgeBase.Cli.Benchmarks;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Corpora;

/// <summary>Documents to index and queries to ask, of a relevance set or of the site's own content.</summary>
internal sealed record Corpus(string Name, IReadOnlyList<SearchDocument> Documents, IReadOnlyList<string> Queries)
{
    /// <summary>The language most documents are written in: the reader who asks.</summary>
    public Locale Locale { get; } = Documents.Count(d => d.Locale == Locale.Ja) * 2 >= Documents.Count ? Locale.Ja : Locale.En;

    public bool Has(Locale locale) => Documents.Any(d => d.Locale == locale);

    public int Sections => Documents.Sum(d => d.Parts.Count);

    public long Characters => Documents.Sum(d => d.Title.Length + d.Parts.Sum(p => (long)p.Text.Length));

    /// <summary>At most so many queries, spread over the set.</summary>
    public Corpus WithQueries(int most) => most <= 0 || most >= Queries.Count
        ? this
        : this with { Queries = [.. Enumerable.Range(0, most).Select(i => Queries[(int)((long)i * Queries.Count / most)])] };

    /// <exception cref="DirectoryNotFoundException">The folder holds neither a set nor content.</exception>
    public static Corpus Read(string folder)
    {
        if (RelevanceSet.Read(folder) is { } set) return new(set.Name, set.Documents, [.. set.Queries.Select(q => q.Text)]);
        if (!File.Exists(Path.Combine(folder, "site.yaml"))) throw new DirectoryNotFoundException($"{folder} holds neither a relevance set nor content.");
        var content = LoadedContent.Read(folder, Console.Error)!.Content;
        var golden = content.Articles.SelectMany(a => a.FrontMatter.FindableBy.Append(a.Title))
            .Concat(content.Codes.SelectMany(c => Locale.All.SelectMany(l => c.FindableBy.In(l)).Append(c.Code.Hex)));
        return new(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), SearchDocument.From(content), [.. golden.Distinct()]);
    }
}
