using System.Globalization;
using System.Text;
using KnowledgeBase.Content.Markdown.Headings;
using KnowledgeBase.Content.Markdown.Steps;
using KnowledgeBase.Content.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content;

/// <summary>Gives every heading and step its id: the written one, else one made from its place. Written ids always win; no id is
/// empty or given twice; linear in the article's length.</summary>
internal sealed class ArticleAnchors(ArticleFindings findings)
{
    private readonly HashSet<string> _given = [];
    private readonly Dictionary<string, int> _next = [];

    public IReadOnlySet<string> Given => _given;

    public void Assign(IReadOnlyList<Block> blocks)
    {
        var accepted = blocks.Select(Written).ToList();
        var (section, headings) = ("top", 0);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is HeadingBlock heading)
            {
                headings++;
                section = accepted[i] ?? Unused(FromText(Markdown.PlainText.Of(heading)) ?? Invariant($"section-{headings}"));
                heading.GetAttributes().Id = section;
                if (accepted[i] is null && heading.Level <= 4) Missing(heading, section);
            }
            else if (blocks[i] is StepBlock step)
            {
                step.Id = accepted[i] ?? Unused(Invariant($"{section}-step-{step.Number}"));
            }
        }
    }

    private string? Written(Block block)
    {
        var id = block switch
        {
            HeadingBlock heading => HeadingIdsExtension.WrittenId(heading),
            StepBlock step => step.Attributes.Id,
            _ => null,
        };
        if (id is null) return null;
        if (!ContentIds.IsId(id))
            findings.Add(DiagnosticRule.BadAnchor, block.Line, $"`{{#{ArticleFindings.Cut(id)}}}` is no usable id.", "Use lower-case Latin letters, digits and hyphens, at most 80.");
        else if (_given.Add(id))
            return id;
        else
            findings.Add(DiagnosticRule.DuplicateAnchor, block.Line, $"The id `{id}` stands here a second time.", "Give this one another id.");
        return null;
    }

    private string Unused(string wanted)
    {
        if (_given.Add(wanted)) return wanted;
        var number = _next.GetValueOrDefault(wanted, 2);
        string id;
        do id = Invariant($"{wanted}-{number++}");
        while (!_given.Add(id));
        _next[wanted] = number;
        return id;
    }

    private void Missing(HeadingBlock heading, string given) => findings.Add(DiagnosticRule.NoAnchor, heading.Line,
        $"The heading `{ArticleFindings.Cut(Markdown.PlainText.Of(heading))}` has no id; it is `{given}` for now.", "Write {#an-id} behind it, the same in both languages.");

    /// <summary>As other Markdown sites make them, so that imported English pages keep their anchors; null for Japanese text.</summary>
    private static string? FromText(string heading)
    {
        var id = new StringBuilder();
        foreach (var c in heading.Length <= 80 ? heading : heading[..80])
        {
            if (c > 127) return null;
            if (char.IsAsciiLetterOrDigit(c)) id.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '-' && id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        var made = id.ToString().Trim('-');
        return made.Length > 0 ? made : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
