using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>Features 74 to 77: which texts the other language lacks, and what changed since.
/// A translation follows the source text whose revision its `translated-from` names; without that key, the source as it was when
/// the translation was last changed. Whatever changed the source later is work for translators; only what was marked major
/// (the trailer `Change-Class`) is told to readers.</summary>
public sealed class Translations(ContentHistory history)
{
    /// <summary>All work, pages that mislead readers first, then oldest.</summary>
    public async Task<IReadOnlyList<TranslationTask>> List(SiteSnapshot site, CancellationToken cancellation = default)
    {
        var log = await history.Log(cancellation);
        var tasks = new List<TranslationTask>();
        foreach (var languages in site.Content.Articles.GroupBy(a => a.Id))
            if (await Task(languages.ToList(), log, cancellation) is { } task) tasks.Add(task);
        return [.. tasks.OrderByDescending(t => t.MisleadsReaders).ThenBy(t => t.Gap).ThenBy(t => t.Since.Count > 0 ? t.Since[^1].At : DateTimeOffset.MaxValue).ThenBy(t => t.Source.Path, StringComparer.Ordinal)];
    }

    /// <summary>The work on one article; null where there is none.</summary>
    public async Task<TranslationDetail?> Of(SiteSnapshot site, string id, CancellationToken cancellation = default)
    {
        var languages = site.Content.Articles.Where(a => a.Id.Value == id).ToList();
        if (languages.Count == 0 || await Task(languages, await history.Log(cancellation), cancellation) is not { } task) return null;
        if (await Newest(task.Source.Path, cancellation) is not { } now) return null;
        var then = task.Translation is null ? null : await history.TextOfBlob(task.FollowedBlob, cancellation);
        var translation = task.Translation is null ? null : await Newest(task.Translation.Path, cancellation);
        return new(task, now, then, translation, TextDiff.Of(then, now), Sections(then, now, translation));
    }

    /// <summary>For each translation that readers must be warned of: why. Keys are language and id.</summary>
    public async Task<IReadOnlyDictionary<(Locale, string), StaleTranslation>> Stale(SiteSnapshot site, CancellationToken cancellation = default)
    {
        var stale = new Dictionary<(Locale, string), StaleTranslation>();
        foreach (var task in (await List(site, cancellation)).Where(t => t.MisleadsReaders))
        {
            var major = task.Since.Where(e => e.Class == ChangeClass.Major).ToList();
            var detail = await Of(site, task.Source.Id.Value, cancellation);
            stale[(task.Translation!.Locale, task.Source.Id.Value)] = new(major[^1].At, [.. major.Select(e => e.Subject).Distinct()],
                [.. (detail?.Sections ?? []).Select(s => s.Id).Where(s => s != SourceSections.Top)]);
        }
        return stale;
    }

    /// <summary>Sections in which two texts differ.</summary>
    internal static IReadOnlyList<SectionWork> Sections(string? then, string now, string? translation)
    {
        var (before, after, own) = (ById(then), ById(now), ById(translation));
        return [.. after.Values.Concat(before.Values.Where(s => !after.ContainsKey(s.Id)))
            .Where(s => before.GetValueOrDefault(s.Id)?.Text != after.GetValueOrDefault(s.Id)?.Text)
            .Select(s => new SectionWork(s.Id, s.Heading, before.GetValueOrDefault(s.Id)?.Text, after.GetValueOrDefault(s.Id)?.Text, own.GetValueOrDefault(s.Id)?.Text,
                TextDiff.Of(before.GetValueOrDefault(s.Id)?.Text, after.GetValueOrDefault(s.Id)?.Text)))];
    }

    private async Task<TranslationTask?> Task(List<Article> languages, HistoryLog? log, CancellationToken cancellation)
    {
        if (languages.Count == 1)
        {
            var only = languages[0];
            return new(only, null, only.Path.Replace($".{only.Locale}.md", $".{only.Locale.Other}.md", StringComparison.Ordinal), TranslationGap.Missing, [], null);
        }
        var (source, translation) = ArticleLanguages.SourceFirst(languages[0], languages[1]);
        var (since, followed) = log is null ? ([], null) : await Since(log, source, translation, cancellation);
        if (since.Count > 0) return new(source, translation, translation.Path, TranslationGap.Outdated, since, followed);
        return translation.FrontMatter.MachineTranslated ? new(source, translation, translation.Path, TranslationGap.Unread, [], followed) : null;
    }

    private async Task<(List<HistoryEntry> Since, string? Followed)> Since(HistoryLog log, Article source, Article translation, CancellationToken cancellation)
    {
        var changes = log.Of(source.Path);
        // The newest state of the source that the translation names: all before it is done.
        if (translation.FrontMatter.TranslatedFrom is { } named)
            for (var i = 0; i < changes.Count; i++)
                if (changes[i].Change.Blob is { } blob && await history.RevisionOf(blob, cancellation) == named) return ([.. changes.Take(i).Select(c => c.Entry)], blob);
        var last = log.Of(translation.Path) is [var newest, ..] ? newest.Entry.Commit : null;
        if (last is null) return ([], null);
        var later = log.Entries.TakeWhile(e => e.Commit != last).Select(e => e.Commit).ToHashSet();
        var since = changes.TakeWhile(c => later.Contains(c.Entry.Commit)).ToList();
        return ([.. since.Select(c => c.Entry)], since.Count > 0 ? since[^1].Change.OldBlob : changes.Count > 0 ? changes[0].Change.Blob : null);
    }

    private async Task<string?> Newest(string path, CancellationToken cancellation) =>
        await history.Log(cancellation) is { } log ? await history.Text(path, log.Head, cancellation) : null;

    private static Dictionary<string, SourceSection> ById(string? text) =>
        text is null ? [] : SourceSections.Of(text).GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.First());
}
