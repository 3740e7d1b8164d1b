using System.Globalization;
using System.Text;

namespace KnowledgeBase.Site.Editing;

/// <summary>All changes of the content folder that git knows, newest first.</summary>
internal sealed class HistoryLog(string head, IReadOnlyList<HistoryEntry> entries)
{
    private const int Most = 20_000;

    public string Head { get; } = head;

    public IReadOnlyList<HistoryEntry> Entries { get; } = entries;

    /// <summary>Changes of a file, newest first, under earlier names too.</summary>
    public IReadOnlyList<(HistoryEntry Entry, HistoryFile Change)> Of(string path)
    {
        var found = new List<(HistoryEntry, HistoryFile)>();
        foreach (var entry in Entries)
        {
            if (entry.Files.FirstOrDefault(f => f.Path == path) is not { } file) continue;
            found.Add((entry, file));
            path = file.OldPath;
        }
        return found;
    }

    /// <exception cref="GitFailedException">Git is missing or does not answer.</exception>
    public static async Task<HistoryLog> Read(GitProcess git, GitTree tree, string head, CancellationToken cancellation)
    {
        var output = await git.Run(
            ["log", "-z", "--topo-order", "--raw", "--no-abbrev", "-M", "--diff-merges=first-parent", "--format=%H%x00%at%x00%an%x00%ae%x00%B", "--max-count=" + Most, "--end-of-options", head, "--", "."],
            patience: TimeSpan.FromSeconds(30), cancellation: cancellation);
        return new(head, [.. Parse(Encoding.UTF8.GetString(output).Split('\0'), tree.Prefix)]);
    }

    private static IEnumerable<HistoryEntry> Parse(string[] fields, string prefix)
    {
        for (var at = 0; at + 4 < fields.Length;)
        {
            var (commit, seconds, name, mail, message) = (fields[at], fields[at + 1], fields[at + 2], fields[at + 3], fields[at + 4]);
            at += 5;
            var files = new List<HistoryFile>();
            for (; at < fields.Length && fields[at].TrimStart('\n') is var field && (field.Length == 0 || field[0] == ':'); at++)
            {
                if (field.Length == 0) continue;
                // `:100644 100644 <old> <new> R100`, then one path, or two where the file was renamed or copied.
                var parts = field.Split(' ');
                var old = Inside(fields[++at], prefix);
                var path = parts[4][0] is 'R' or 'C' ? Inside(fields[++at], prefix) : old;
                files.Add(new(path, parts[4][0] == 'C' ? path : old, Blob(parts[2]), Blob(parts[3])));
            }
            var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
            yield return new(commit, time, new(name, mail), message.Split('\n')[0], CommitMessage.Body(message), CommitMessage.ClassIn(message)) { Files = files };
        }
    }

    private static string Inside(string path, string prefix) => path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;

    private static string? Blob(string id) => id.All(c => c == '0') ? null : id;
}
