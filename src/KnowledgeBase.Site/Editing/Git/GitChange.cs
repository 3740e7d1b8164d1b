namespace KnowledgeBase.Site.Editing;

/// <summary>A path that differs between two trees of the repository.</summary>
/// <param name="Mode">Git's mode of the new entry; `000000` where it is gone.</param>
/// <param name="Old">Blob before; null where the path is new.</param>
/// <param name="New">Blob then; null where the path is gone.</param>
/// <param name="Path">From the top of the working tree.</param>
internal sealed record GitChange(string Mode, string? Old, string? New, string Path)
{
    public bool IsPlainFile => Mode is "100644" or "100755" or "000000";

    /// <summary>As `git update-index --index-info` reads it, ended by a NUL.</summary>
    public string IndexLine => New is null ? $"0 {new string('0', Old!.Length)}\t{Path}\0" : $"{Mode} {New}\t{Path}\0";

    /// <summary>Reads what `git diff-tree -r -z --raw --no-abbrev` prints.</summary>
    public static IEnumerable<GitChange> Parse(string output)
    {
        var fields = output.Split('\0');
        for (var at = 0; at + 1 < fields.Length; at += 2)
        {
            var parts = fields[at].TrimStart(':').Split(' ');
            yield return new(parts[1], Id(parts[2]), Id(parts[3]), fields[at + 1]);
        }
    }

    private static string? Id(string id) => id.All(c => c == '0') ? null : id;
}
