using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Content.Importing;

/// <summary>Turns the Markdown dialect of one page into ours, line by line: callouts, tabs, included files, links and pictures.
/// Bounded by the length of the page; never throws on any text.</summary>
internal sealed partial class ImportBody(ImportPage page, ImportLinks links, ImportFindings findings)
{
    private readonly ImportInline _inline = new(page, links, findings);
    private readonly List<ImportBlock> _open = [];
    private readonly StringBuilder _text = new();
    private int _heading;
    private string? _fence;
    private string _last = "";

    public string Convert()
    {
        var lines = Whole(page.Front.Body).Split('\n');
        foreach (var line in lines) Read(line);
        if (_fence is not null) Write(_fence);
        return _text.ToString().Trim('\n') + "\n";
    }

    private void Read(string line)
    {
        line = line.Replace("\t", "    ", StringComparison.Ordinal).TrimEnd();
        if (_fence is null) CloseIndented(line);
        line = Dedent(line);
        var trimmed = line.TrimStart();
        if (_fence is not null)
        {
            Write(line);
            if (trimmed.TrimEnd().Length >= _fence.Length && trimmed.StartsWith(_fence, StringComparison.Ordinal) && trimmed.Trim(_fence[0]).Length == 0) _fence = null;
            return;
        }

        if (Fence.Match(line) is { Success: true } fence)
        {
            _fence = fence.Groups["mark"].Value;
            Write(fence.Groups["before"].Value + _fence + Language(fence.Groups["info"].Value));
            return;
        }

        if (Close(trimmed) || Open(line, trimmed) || Include(trimmed)) return;
        if (page.Front.Body.Length > 0 && (trimmed.StartsWith("import ", StringComparison.Ordinal) || trimmed.StartsWith("export ", StringComparison.Ordinal)) && IsScript(page.Source.Path, trimmed)) return;
        if (QuotedCallout.Match(line) is { Success: true } quoted) WriteCallout(quoted);
        else if (ImportHeading.At(line) is { Success: true } heading) WriteHeading(Next(heading));
        else Write(_inline.Convert(line));
    }

    // Headings that were not seen before (inside an indented block) keep what stands there.
    private ImportHeading Next(Match match)
    {
        var (level, text) = (match.Groups["marks"].Length, match.Groups["text"].Value.Trim());
        for (var i = _heading; i < page.Headings.Count; i++)
        {
            if (page.Headings[i].Level != level || page.Headings[i].Text != text) continue;
            _heading = i + 1;
            return page.Headings[i];
        }

        return new(level, text, "", "");
    }

    // `> [!NOTE] Title`: here the kind stands alone on its line.
    private void WriteCallout(Match match)
    {
        var marks = match.Groups["marks"].Value;
        if (!s_callouts.TryGetValue(match.Groups["kind"].Value, out var kind)) findings.Add("callout", match.Groups["kind"].Value, page.Source.Path);
        Write($"{marks}[!{kind ?? "NOTE"}]");
        if (match.Groups["title"].Value.Trim() is not { Length: > 0 } title) return;
        Write($"{marks}**{_inline.Convert(title)}**");
        Write(marks);
    }

    private void WriteHeading(ImportHeading heading)
    {
        var text = _inline.Convert(heading.Text).Trim();
        if (heading.Level == 1 && (PlainTitle(text) == PlainTitle(page.Front.Title ?? "") || page.Front.Title is null || _heading == 1)) return;
        Write($"{new string('#', Math.Max(2, heading.Level))} {text}{(heading.Id.Length > 0 ? $" {{#{heading.Id}}}" : "")}");
    }

    private void Write(string line)
    {
        if (_open.Any(b => b.IsDropped)) return;
        var written = (string.Concat(_open.Select(b => b.Prefix)) + line).TrimEnd();
        // One blank line is as good as many, but not in code.
        var isBlank = written.AsSpan().Trim(" >").IsEmpty;
        if (isBlank && _fence is null && _last == written) return;
        _last = written;
        _text.Append(written).Append('\n');
    }

    private string Dedent(string line)
    {
        foreach (var block in _open)
        {
            var spaces = line.Length - line.TrimStart(' ').Length;
            line = line[Math.Min(block.Indent, spaces)..];
        }

        return line;
    }

    private void CloseIndented(string line)
    {
        if (line.Length == 0) return;
        var spaces = line.Length - line.TrimStart(' ').Length;
        for (var i = 0; i < _open.Count; i++)
        {
            if (_open[i].End is null && spaces < _open.Take(i + 1).Sum(b => b.Indent))
            {
                while (_open.Count > i) Pop();
                return;
            }
        }
    }

    private bool Close(string trimmed)
    {
        if (Short.Match(trimmed) is { Success: true } code && code.Groups["close"].Success) trimmed = "{{/" + code.Groups["name"].Value;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].End is not { } end || !IsEnd(end, trimmed)) continue;
            while (_open.Count > i) Pop();
            return true;
        }

        return false;
    }

    private void Push(ImportBlock block)
    {
        Write("");
        _open.Add(block);
    }

    private void Pop()
    {
        // A quote does not end with an empty line.
        if (_last.Length > 0 && _last.AsSpan().Trim(" >").IsEmpty && !_open[^1].IsDropped)
        {
            _text.Length -= _last.Length + 1;
            _last = "\n";
        }

        _open.RemoveAt(_open.Count - 1);
        Write("");
    }

    private static bool IsEnd(string end, string line) => end[0] == '<' ? line.StartsWith(end, StringComparison.OrdinalIgnoreCase) : line == end;

    // The language alone: titles, marked lines and the like have no counterpart.
    private static string Language(string info)
    {
        var word = info.Trim().TrimStart('{', '.').Split([' ', ',', '{', '}'], 2)[0];
        return word.Contains('=', StringComparison.Ordinal) || word.Contains('`', StringComparison.Ordinal) ? "" : word;
    }

    private static string PlainTitle(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static bool IsScript(string path, string line) => path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) || line.Contains(" from ", StringComparison.Ordinal) || line.EndsWith(';');

    /// <summary>Outside of code: comments, styles and scripts go, and a tag that was broken over lines becomes one line.</summary>
    private static string Whole(string text)
    {
        var (result, part) = (new StringBuilder(text.Length), new StringBuilder());
        var fence = new CodeFence();
        foreach (var line in text.Split('\n'))
        {
            if (!fence.Covers(line))
            {
                part.Append(line).Append('\n');
                continue;
            }

            Flush(result, part);
            result.Append(line).Append('\n');
        }

        Flush(result, part);
        return result.ToString();
    }

    private static void Flush(StringBuilder result, StringBuilder part)
    {
        var text = Removed.Replace(part.ToString(), "");
        text = BrokenTag.Replace(text, m => m.Value.ReplaceLineEndings(" "));
        text = BrokenLink.Replace(text, m => m.Groups["before"].Value + (m.Groups["before"].Value[^1] < 0x1100 ? " " : "") + m.Groups["after"].Value);
        text = BrokenDefinition.Replace(text, "$1 $2");
        // Shortcodes that follow each other on a line each get one of their own.
        result.Append(Row.Replace(text, m => string.Join('\n', Piece.Matches(m.Value).Select(p => m.Groups["indent"].Value + p.Value))));
        part.Clear();
    }

    [GeneratedRegex(@"^(?<before>[ >]*(?:[-*+]|\d+[.)])?[ >]*)(?<mark>`{3,}|~{3,})(?<info>[^`\n]*)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"<!--.{0,20000}?-->|\{/\*.{0,20000}?\*/\}|<(?<t>script|style|svg)\b[^>]{0,2000}>.{0,60000}?</\k<t>>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Removed { get; }

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9.-]*(?=\s)[^<>`]{0,2000}>|\{\{[<%][^{}]{0,2000}[%>]\}\}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BrokenTag { get; }

    [GeneratedRegex(@"(?<before>\[[^\[\]\n]{1,300})\n[ ]*(?<after>[^\[\]\n>*+#|\s-][^\[\]\n]{0,300}\][(\[])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BrokenLink { get; }

    [GeneratedRegex(@"^(\[[^\[\]\n]{1,200}\]:)[ ]*\n[ ]+(\S+)[ ]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BrokenDefinition { get; }

    [GeneratedRegex(@"^(?<indent>[ ]*)(?:\{\{[<%][^{}\n]{0,500}[%>]\}\}[ ]*){2,}$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"\{\{[<%][^{}\n]{0,500}[%>]\}\}", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Piece { get; }

    [GeneratedRegex(@"^(?<marks>[ ]*(?:>[ ]?)+)\[!(?<kind>[A-Za-z]+)\][+-]?(?<title>[^\n]*)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex QuotedCallout { get; }
}
