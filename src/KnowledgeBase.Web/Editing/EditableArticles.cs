using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Web.Editing;

/// <summary>The articles of the content folder as editors look for them, those that are not live (broken, waiting) too.</summary>
public sealed class EditableArticles(ContentWorkspace workspace, CurrentSite current, Translations translations, Drafts drafts)
{
    /// <summary>Every article with its state, by title of the language.</summary>
    public async Task<IReadOnlyList<EditableArticle>> List(Locale locale, Editor me, CancellationToken cancellation = default)
    {
        var site = current.Snapshot;
        var tasks = (await translations.List(site, cancellation)).ToLookup(t => t.Source.Id.Value);
        var drafted = (await drafts.All(me, cancellation)).SelectMany(d => d.Files).Select(f => f.Path).ToHashSet();
        var rejected = site.Info.RejectedFiles.Select(r => r.Path).ToHashSet();
        var live = site.Content.Articles.ToDictionary(a => a.Path);
        return [.. workspace.Texts().Where(p => p.StartsWith("articles/", StringComparison.Ordinal)).GroupBy(Stem).Select(Of).OrderBy(a => a.Title, StringComparer.CurrentCulture)];

        EditableArticle Of(IGrouping<string, string> files)
        {
            var articles = files.Select(f => live.GetValueOrDefault(f)).OfType<Article>().OrderBy(a => a.Locale != locale).ToList();
            var (key, task) = (articles.Count > 0 ? articles[0].Id.Value : Slug(files.Key), articles.Count > 0 ? tasks[articles[0].Id.Value].FirstOrDefault() : null);
            return new(key, articles.Count > 0 ? articles[0].Title : files.Key, [.. files.Order(StringComparer.Ordinal)])
            {
                Codes = [.. articles.SelectMany(a => a.FrontMatter.Codes).Distinct().Select(c => c.Hex)],
                HasDraft = files.Any(drafted.Contains),
                IsBroken = files.Any(rejected.Contains),
                IsHidden = articles.Count == 0 && !files.Any(rejected.Contains),
                Gap = task?.Gap,
                MisleadsReaders = task?.MisleadsReaders == true,
                Only = articles.Count == 1 && files.Count() == 1 ? articles[0].Locale : null,
            };
        }
    }

    /// <summary>The files of an article in the order of <see cref="Locale.All"/>, one that is not there yet too; empty where no file fits.</summary>
    /// <param name="key">See <see cref="Urls.EditArticle"/>.</param>
    public IReadOnlyList<EditedFile> Files(string key)
    {
        var stem = Locale.All.Select(l => current.Snapshot.ArticleById(l, key)).OfType<Article>().Select(a => Stem(a.Path)).FirstOrDefault()
            ?? workspace.Texts().Where(p => p.StartsWith("articles/", StringComparison.Ordinal)).Select(Stem).FirstOrDefault(s => Slug(s) == key);
        // The file names of the two languages may differ.
        return stem is null ? [] : [.. Locale.All.Select(l => new EditedFile(current.Snapshot.ArticleById(l, key)?.Path ?? $"{stem}.{l.Tag}.md"))];
    }

    /// <summary>What else can be edited, codes, guides, terms and other files, where every word of a filter stands in its path or name.</summary>
    public IReadOnlyList<(string Path, string Name)> Others(Locale locale, string filter)
    {
        var content = current.Snapshot.Content;
        var named = content.Codes.Select(c => (c.Path, Name: $"{c.Code.Hex} {c.Title.In(locale)}"))
            .Concat(content.Guides.Select(g => (g.Path, Name: g.Title.In(locale)))).Concat(content.Glossary.Select(t => (Path: TermText.PathOf(t.Id), Name: t.Name.In(locale)))).ToList();
        var rest = workspace.Texts().Where(p => !p.StartsWith("articles/", StringComparison.Ordinal) && !p.EndsWith(".tests.yaml", StringComparison.Ordinal)).Except(named.Select(n => n.Path));
        return [.. named.Concat(rest.Select(p => (Path: p, Name: p))).Where(t => EditableArticle.Fits(filter, [t.Path, t.Name]))];
    }

    private static string Stem(string path) => path[..^".ja.md".Length];

    private static string Slug(string stem) => stem.EndsWith("/index", StringComparison.Ordinal) ? stem.Split('/')[^2] : stem.Split('/')[^1];
}
