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
    private (IReadOnlyList<ContentFile> Files, IReadOnlyList<Diagnostic> Errors) _known = ([], []);
    private (IReadOnlyList<ContentFile> Files, IReadOnlyList<Diagnostic> Errors) _knownWithoutQueries = ([], []);

    /// <summary>The content folder with some files replaced, as the site would show it, articles that wait for their time included.</summary>
    /// <param name="files">New bytes by path; null: the file goes.</param>
    public SiteSnapshot Candidate(IReadOnlyDictionary<string, byte[]?> files) => Build(With(folder.Look(), files));

    /// <summary>Errors of the candidate that the content does not have now.</summary>
    /// <param name="candidate">From <see cref="Candidate"/>.</param>
    internal IReadOnlyList<Diagnostic> Added(SiteSnapshot candidate) => Added(Check(candidate), ref _known);

    /// <summary>While somebody types: everything that is found in some files, and errors that the candidate would add elsewhere. Golden
    /// queries of other pages, which are most of the work, are left to the save.</summary>
    internal IReadOnlyList<Diagnostic> Findings(SiteSnapshot candidate, IReadOnlyCollection<string> paths)
    {
        var all = Check(candidate, paths);
        var added = Added(all, ref _knownWithoutQueries, []).ToHashSet();
        return [.. all.Where(d => paths.Contains(d.File) || added.Contains(d))];
    }

    private List<Diagnostic> Added(IReadOnlyList<Diagnostic> found, ref (IReadOnlyList<ContentFile> Files, IReadOnlyList<Diagnostic> Errors) known, IReadOnlyCollection<string>? asking = null)
    {
        lock (_turn)
        {
            var files = folder.Look();
            if (files.Count != known.Files.Count || !files.Zip(known.Files).All(f => ReferenceEquals(f.First, f.Second)))
                known = (files, [.. Errors(Check(Build(files), asking))]);
            var left = known.Errors.CountBy(Key).ToDictionary();
            return [.. Errors(found).Where(e => !Forgive(left, Key(e)))];
        }
    }

    private SiteSnapshot Build(IReadOnlyList<ContentFile> files)
    {
        var live = site.HasSnapshot ? site.Snapshot : null;
        var content = ContentReader.Read(files, live?.Content);
        return new(content, SearchIndexBuilder.Build(content, live?.Index), new(0, "", clock.GetUtcNow(), []));
    }

    private IReadOnlyList<Diagnostic> Check(SiteSnapshot candidate, IReadOnlyCollection<string>? asking = null) =>
        SiteChecker.Check(candidate, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), asking);

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> found) => found.Where(d => d.Severity == Severity.Error);

    private static List<ContentFile> With(IReadOnlyList<ContentFile> files, IReadOnlyDictionary<string, byte[]?> changed)
    {
        var kept = files.Where(f => !changed.ContainsKey(f.Path)).ToList();
        kept.AddRange(changed.Where(c => c.Value is not null).Select(c => ContentPaths.IsPicture(c.Key) ? new ContentFile(c.Key, default) { Size = c.Value!.Length } : new ContentFile(c.Key, c.Value)));
        return kept;
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
