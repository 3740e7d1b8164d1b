namespace KnowledgeBase.Cli.Exporting;

/// <summary>Where an address of the site lies in an exported folder, and how one file names another.</summary>
internal static class ExportPaths
{
    /// <summary>`/ja/codes/0x1` is `ja/codes/0x1/index.html`, so that the address itself works on most file servers; what ends in a file
    /// name stays.</summary>
    public static string File(string path)
    {
        var plain = Uri.UnescapeDataString(path.Split('?', '#')[0]).Trim('/');
        return plain.Length == 0 ? "index.html" : Path.GetExtension(plain) is ['.', _, _, ..] and { Length: <= 6 } ? plain : plain + "/index.html";
    }

    /// <summary>How a file refers to another: `../../site.css`. Every part is percent-encoded.</summary>
    public static string Relative(string from, string to)
    {
        var (a, b) = (from.Split('/')[..^1], to.Split('/'));
        var same = 0;
        while (same < a.Length && same < b.Length - 1 && a[same] == b[same]) same++;
        return string.Join('/', Enumerable.Repeat("..", a.Length - same).Concat(b[same..].Select(Uri.EscapeDataString)));
    }
}
