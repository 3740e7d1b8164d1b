using System.Text;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>Puts shared parts where `{{include: name}}` stands on a line by itself, outside of code blocks. Bounded in depth and size.</summary>
internal sealed class ArticleIncludes(ArticlePath path, ArticleContext context, ICollection<Diagnostic> diagnostics)
{
    private const string Opening = "{{include:";
    private const int MaximumDepth = 3;

    private readonly StringBuilder _text = new();
    private readonly List<int> _lines = [];
    private readonly List<string> _open = [];
    private readonly List<SkeletonPart> _used = [];

    /// <summary>Names of the shared parts that were put in, with the line that asked.</summary>
    public IReadOnlyList<SkeletonPart> Used => _used;

    /// <summary>Null where the whole grew over what an article may have.</summary>
    public ArticleText? Expand(string body, int firstLine)
    {
        if (!body.Contains(Opening, StringComparison.Ordinal)) return new(body, firstLine);
        if (Append(body, firstLine, indent: "", isArticle: true)) return new(_text.ToString(), firstLine, _lines);
        diagnostics.Add(new(DiagnosticRule.TooComplex, path.Path, firstLine, 1, "With its shared parts the article is larger than 256 KiB.", "Include fewer or shorter parts."));
        return null;
    }

    private bool Append(string text, int firstLine, string indent, bool isArticle)
    {
        char? fence = null;
        var line = firstLine;
        foreach (var part in text.TrimEnd('\n').Split('\n'))
        {
            fence = NextFence(fence, part);
            if (fence is not null || Name(part) is not { } name)
            {
                _text.Append(part.Length > 0 ? indent : "").Append(part).Append('\n');
                _lines.Add(line);
                if (_text.Length > TextFile.DefaultLimit) return false;
            }
            else if (Find(name, line) is { } snippet)
            {
                _open.Add(name);
                if (!Append(snippet, line, indent + part[..^part.TrimStart().Length], isArticle: false)) return false;
                _open.RemoveAt(_open.Count - 1);
            }
            if (isArticle) line++;
        }
        return true;
    }

    private string? Find(string name, int line)
    {
        if (_open.Contains(name) || _open.Count >= MaximumDepth)
        {
            var chain = string.Join(" → ", [.. _open, name]);
            return Refuse(DiagnosticRule.SnippetCycle, line, $"Shared parts include each other or more than {MaximumDepth} deep: {chain}.", "Take one include out of the chain.");
        }
        if (ContentIds.IsId(name) && context.Snippets.TryGetValue($"snippets/{name}.{path.Locale.Tag}.md", out var snippet))
        {
            _used.Add(new(name, line));
            return snippet;
        }
        return Refuse(DiagnosticRule.NoSnippet, line, $"There is no shared part `{ArticleFindings.Cut(name)}` in this language.", $"Write snippets/{name}.{path.Locale.Tag}.md, or correct the name.");
    }

    private string? Refuse(DiagnosticRule rule, int line, string message, string mend)
    {
        diagnostics.Add(new(rule, path.Path, line, 1, message, mend));
        return null;
    }

    private static string? Name(string line)
    {
        var text = line.AsSpan().Trim();
        return text.StartsWith(Opening) && text.EndsWith("}}") ? text[Opening.Length..^2].Trim().ToString() : null;
    }

    // Enough to know code from text: a fence closes with its own character.
    private static char? NextFence(char? open, string line)
    {
        var text = line.AsSpan().TrimStart();
        var mark = text.StartsWith("```") ? '`' : text.StartsWith("~~~") ? '~' : (char?)null;
        if (mark is null) return open;
        return open is null ? mark : open == mark ? null : open;
    }
}
