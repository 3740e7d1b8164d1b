using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Site.Editing;

/// <summary>What a save would break: the whole content with the change in it is read and every rule runs on it, so that a link from
/// another page counts too.</summary>
public sealed partial class CandidateCheck(LiveFolder folder, CurrentSite site, TimeProvider clock)
{
    private readonly Lock _turn = new();
    // The content as it lies there, and what the last save wanted: when that lies there, its errors are known already.
    private CheckedFiles? _now;
    private CheckedFiles? _next;
    private int _timesAsked;

    /// <summary>How often every golden query was asked, which is most of the work of a save.</summary>
    internal int TimesAsked => _timesAsked;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The content folder with some files replaced, as the site would show it, articles that wait for their time included.</summary>
    /// <param name="files">New bytes by path; null: the file goes.</param>
    public SiteSnapshot Candidate(IReadOnlyDictionary<string, byte[]?> files) => Build(With(files));

    /// <summary>The files of the content folder with some replaced, by path.</summary>
    internal IReadOnlyList<ContentFile> With(IReadOnlyDictionary<string, byte[]?> changed)
    {
        var kept = folder.Look().Where(f => !changed.ContainsKey(f.Path));
        var made = changed.Where(c => c.Value is not null).Select(c => ContentPaths.IsPicture(c.Key) ? new ContentFile(c.Key, default) { Size = c.Value!.Length } : new ContentFile(c.Key, c.Value));
        return [.. kept.Concat(made).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Errors of the files that the content does not have now.</summary>
    /// <param name="files">From <see cref="With"/>.</param>
    /// <param name="candidate">What <see cref="Build"/> makes of them.</param>
    internal IReadOnlyList<Diagnostic> Added(IReadOnlyList<ContentFile> files, SiteSnapshot candidate)
    {
        var next = new CheckedFiles(files, Today, [.. Errors(Check(candidate))], HasQueries: true);
        lock (_turn)
        {
            // What is without a mistake needs no look at what was there before.
            IReadOnlyList<Diagnostic> added = next.Errors.Count == 0 ? [] : Beyond(Present(withQueries: true), next.Errors);
            _next = next;
            return added;
        }
    }

    /// <summary>While somebody types: everything that is found in some files, and errors that the candidate would add elsewhere. Golden
    /// queries of other pages are left to the save.</summary>
    /// <param name="located">A finding as the editor of these files sees it.</param>
    internal IReadOnlyList<Diagnostic> Findings(SiteSnapshot candidate, IReadOnlyCollection<string> paths, Func<Diagnostic, Diagnostic> located)
    {
        var all = Check(candidate, paths);
        var errors = Errors(all).ToList();
        lock (_turn)
        {
            var added = errors.Count == 0 ? [] : Beyond(Present(withQueries: false), errors).ToHashSet();
            return [.. all.Select(d => (Here: located(d), IsAdded: added.Contains(d))).Where(d => d.IsAdded || paths.Contains(d.Here.File)).Select(d => d.Here)];
        }
    }

    /// <summary>Errors of the content as it lies there now, whoever changed it.</summary>
    private IEnumerable<Diagnostic> Present(bool withQueries)
    {
        var files = folder.Look();
        if (_now?.Are(files, Today) != true) _now = _next?.Are(files, Today) == true ? _next : null;
        if (_now is null || (withQueries && !_now.HasQueries)) _now = new(files, Today, [.. Errors(Check(Build(files), withQueries ? null : []))], withQueries);
        return withQueries ? _now.Errors : _now.Errors.Where(e => e.Rule != DiagnosticRule.GoldenQuery);
    }

    internal SiteSnapshot Build(IReadOnlyList<ContentFile> files)
    {
        var live = site.HasSnapshot ? site.Snapshot : null;
        var content = ContentReader.Read(files, live?.Content);
        return new(content, SearchIndexBuilder.Build(content, live?.Index), new(0, "", clock.GetUtcNow(), []));
    }

    private IReadOnlyList<Diagnostic> Check(SiteSnapshot candidate, IReadOnlyCollection<string>? asking = null)
    {
        if (asking is null) Interlocked.Increment(ref _timesAsked);
        return SiteChecker.Check(candidate, Today, asking);
    }

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> found) => found.Where(d => d.Severity == Severity.Error);

    private static List<Diagnostic> Beyond(IEnumerable<Diagnostic> known, IEnumerable<Diagnostic> errors)
    {
        var left = known.CountBy(Key).ToDictionary();
        return [.. errors.Where(e => !Forgive(left, Key(e)))];
    }

    // Lines move when text is put in above them; the same mistake is still the same.
    private static (string Rule, string File, string Message) Key(Diagnostic d) => (d.Rule.Id, d.File, LineNumber.Replace(d.Message, ""));

    private static bool Forgive(Dictionary<(string, string, string), int> known, (string, string, string) key)
    {
        if (!known.TryGetValue(key, out var left) || left == 0) return false;
        known[key] = left - 1;
        return true;
    }

    [GeneratedRegex(@"\(line \d+\)", RegexOptions.CultureInvariant)]
    private static partial Regex LineNumber { get; }
}
