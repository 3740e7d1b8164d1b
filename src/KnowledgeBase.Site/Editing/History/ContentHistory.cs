using System.Collections.Concurrent;
using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>Who changed what, when and why, out of git. Where git cannot be asked there is no history, and <see cref="Problem"/>
/// says why; nothing here fails because of it.</summary>
public sealed class ContentHistory(GitRepository repository, CandidateCheck candidates)
{
    private const int MostKept = 4000;

    private readonly ConcurrentDictionary<string, string> _revisions = new();
    private volatile HistoryLog? _log;

    /// <summary>Why the last look failed, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Changes of one file, newest first, under earlier names too.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> Of(string path, CancellationToken cancellation = default) =>
        await Log(cancellation) is { } log ? [.. log.Of(path).Select(c => c.Entry)] : [];

    /// <summary>Changes of an article in both languages, newest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> OfArticle(IEnumerable<Article> languages, CancellationToken cancellation = default) =>
        await Log(cancellation) is not { } log ? [] : [.. languages.SelectMany(a => log.Of(a.Path)).Select(c => c.Entry).DistinctBy(e => e.Commit).OrderBy(e => Place(log, e))];

    /// <summary>The text of a file after a change, with `\n` line ends; null where it was not there or is no text.</summary>
    /// <param name="commit">Full id, as an entry has it.</param>
    public Task<string?> Text(string path, string commit, CancellationToken cancellation = default) => Ask(async () =>
        IsId(commit) ? SourceText.Read(await repository.Git.Run(["cat-file", "blob", $"{commit}:./{path}"], cancellation: cancellation)) : null);

    /// <summary>What a change did to one of its files, by lines and words.</summary>
    public async Task<TextDiff> Diff(HistoryFile file, CancellationToken cancellation = default) =>
        TextDiff.Of(await TextOfBlob(file.OldBlob, cancellation), await TextOfBlob(file.Blob, cancellation));

    /// <summary>An earlier text as readers would see it today, with today's shared parts; null where it is no article.</summary>
    public async Task<Article?> Rendered(string path, string commit, CancellationToken cancellation = default) =>
        await Text(path, commit, cancellation) is { } text
            ? candidates.Candidate(new Dictionary<string, byte[]?> { [path] = Encoding.UTF8.GetBytes(text) }).Content.Articles.FirstOrDefault(a => a.Path == path)
            : null;

    /// <summary>Who last changed each section, in reading order.</summary>
    /// <returns>Empty where the file has no history.</returns>
    public async Task<IReadOnlyList<SectionBlame>> Blame(string path, CancellationToken cancellation = default)
    {
        if (await Log(cancellation) is not { } log || log.Of(path) is not { Count: > 0 } changes) return [];
        if (await Text(path, log.Head, cancellation) is not { } text) return [];
        var lines = await Ask(async () => BlameLines(await repository.Git.Text(["blame", "--porcelain", log.Head, "--", path], cancellation: cancellation))) ?? [];
        var known = changes.Select(c => c.Entry).ToDictionary(e => e.Commit);
        return [.. SourceSections.Of(text).Select(s => new SectionBlame(s.Id, s.Heading, s.FirstLine, Newest(lines, s, known, log))).Where(b => b.Last is not null)];
    }

    /// <summary>All changes, newest first; null where git cannot be asked or the content lies in no repository.</summary>
    internal Task<HistoryLog?> Log(CancellationToken cancellation = default) => Ask(async () =>
    {
        if (await repository.Find(cancellation) is not { } tree) return null;
        var head = await repository.Git.Text(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"], cancellation: cancellation);
        if (_log is { } known && known.Head == head) return known;
        return _log = await HistoryLog.Read(repository.Git, tree, head, cancellation);
    });

    /// <summary>The revision (<see cref="FileRevision"/>) of stored bytes.</summary>
    internal async Task<string?> RevisionOf(string blob, CancellationToken cancellation)
    {
        if (_revisions.TryGetValue(blob, out var known)) return known;
        if (await Ask(() => Bytes(blob, cancellation)) is not { } bytes) return null;
        if (_revisions.Count > MostKept) _revisions.Clear();
        return _revisions[blob] = FileRevision.Of(bytes);
    }

    internal async Task<string?> TextOfBlob(string? blob, CancellationToken cancellation) =>
        blob is not null && await Ask(() => Bytes(blob, cancellation)) is { } bytes ? SourceText.Read(bytes) : null;

    private async Task<byte[]?> Bytes(string blob, CancellationToken cancellation) => await repository.Git.Run(["cat-file", "blob", blob], cancellation: cancellation);

    private async Task<T?> Ask<T>(Func<Task<T?>> question) where T : class
    {
        try
        {
            var answer = await question();
            Problem = null;
            return answer;
        }
        catch (GitFailedException e)
        {
            Problem = e.SaidNothing ? null : e.Message;
            return null;
        }
    }

    private static HistoryEntry? Newest(List<string> lines, SourceSection section, Dictionary<string, HistoryEntry> known, HistoryLog log) =>
        Enumerable.Range(section.FirstLine - 1, Math.Max(0, Math.Min(section.LastLine, lines.Count) - section.FirstLine + 1))
            .Select(i => known.GetValueOrDefault(lines[i])).OfType<HistoryEntry>().MinBy(e => Place(log, e));

    private static int Place(HistoryLog log, HistoryEntry entry)
    {
        for (var i = 0; i < log.Entries.Count; i++)
            if (log.Entries[i].Commit == entry.Commit) return i;
        return int.MaxValue;
    }

    // `<commit> <line then> <line now> [<count>]`, some headers the first time, then a tab and the line.
    private static List<string> BlameLines(string porcelain)
    {
        var (commits, commit) = (new List<string>(), "");
        foreach (var line in porcelain.Split('\n'))
        {
            if (line.StartsWith('\t')) commits.Add(commit);
            else if (line.IndexOf(' ', StringComparison.Ordinal) is >= 40 and var end && IsId(line[..end])) commit = line[..end];
        }
        return commits;
    }

    private static bool IsId(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);
}
