using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>The lines of one term of the glossary as a text of its own: opened, kept, compared and saved under a path of its own,
/// `glossary.yaml#term`. Whoever changes another term is not in the way.</summary>
public static partial class TermText
{
    public const string Glossary = "glossary.yaml";

    /// <param name="id">Id of the term.</param>
    public static string PathOf(string id) => $"{Glossary}#{id}";

    /// <summary>Id of the term that a path names; null for the path of a file.</summary>
    public static string? IdOf(string path) => path.Split('#') is [Glossary, var id] && ContentStub.IsName(id) ? id : null;

    /// <summary>The file that holds what a path names.</summary>
    public static string FileOf(string path) => IdOf(path) is null ? path : Glossary;

    /// <summary>What a path names of its file; null where it is not there.</summary>
    internal static byte[]? Read(string path, byte[]? file) =>
        file is null || IdOf(path) is not { } id ? file : Find(file, id) is { } lines ? file[lines] : null;

    /// <summary>The file with something else in the place that a path names; a new term stands at its end.</summary>
    internal static byte[]? Write(string path, byte[]? file, byte[]? text)
    {
        if (IdOf(path) is not { } id) return text;
        var all = file ?? [];
        var (start, length) = (Find(all, id) ?? all.Length..).GetOffsetAndLength(all.Length);
        return Lines([all[..start], text ?? [], all[(start + length)..]]);
    }

    /// <summary>A finding as whoever edits this path sees it: by the lines of the term.</summary>
    internal static Diagnostic Locate(Diagnostic found, string path, byte[]? file)
    {
        if (found.File != Glossary || file is null || IdOf(path) is not { } id || Find(file, id) is not { } lines) return found;
        var line = found.Line - file.AsSpan(..lines.Start.Value).Count((byte)'\n');
        return line >= 1 && line <= file.AsSpan(lines).TrimEnd((byte)'\n').Count((byte)'\n') + 1 ? found with { File = path, Line = line } : found;
    }

    // Latin-1, so that a place in the text is one in the bytes, whatever they are.
    private static Range? Find(byte[] file, string id)
    {
        var text = Encoding.Latin1.GetString(file);
        if (Entry.Matches(text).FirstOrDefault(e => e.Groups["id"].Value == id) is not { } entry) return null;
        var next = Next.Match(text, entry.Index + entry.Length);
        return entry.Index..(next.Success ? next.Index : file.Length);
    }

    private static byte[] Lines(byte[][] parts)
    {
        var all = new List<byte>();
        foreach (var part in parts.Where(p => p.Length > 0))
        {
            if (all.Count > 0 && all[^1] != '\n') all.Add((byte)'\n');
            all.AddRange(part);
        }

        return [.. all];
    }

    [GeneratedRegex("""^(\u00EF\u00BB\u00BF)?- +id:[ \t]*["']?(?<id>[^\s#"']+)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Entry { get; }

    // An entry ends where the next one begins, whatever that begins with.
    [GeneratedRegex("^-(?=\\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Next { get; }
}
