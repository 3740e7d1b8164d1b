using KnowledgeBase.Content.Markdown;
using Markdig.Syntax;

namespace KnowledgeBase.Content;

/// <summary>Front matter and parsed Markdown → <see cref="Article"/>. Changes the parsed tree on the way.</summary>
internal sealed class ArticleBuilder(ArticlePath path, FrontMatterValues values, ArticleFindings findings, MarkdownDocument document)
{
    private const int LongestSummary = 120;

    public Article Build(string revision, IReadOnlyList<SkeletonPart> includes)
    {
        var title = TakeTitle();
        var blocks = MarkdownTree.Blocks(document);
        var inlines = MarkdownTree.Inlines(blocks);
        new ArticleChecks(findings).Check(blocks, inlines);
        var skeleton = new SkeletonReader(findings).Read(blocks, inlines);
        var prose = ProseReader.Read(inlines, findings);
        var addresses = new ArticleAddresses(findings);
        addresses.Resolve(inlines);
        var anchors = new ArticleAnchors(findings);
        anchors.Assign(blocks);
        var parts = new ArticleSections(document);
        var (leadHtml, leadText) = parts.Lead(path.Locale);
        var sections = parts.Sections(path.Locale);
        return new()
        {
            Id = new(values.FrontMatter.Id ?? path.Slug),
            Slug = path.Slug,
            Category = path.Category,
            Locale = path.Locale,
            Title = title,
            Summary = Summary(leadText, sections),
            FrontMatter = values.FrontMatter,
            Path = path.Path,
            Revision = revision,
            Headings = [.. sections.Select(s => new ArticleHeading(s.Id, s.Heading))],
            Codes = [.. values.FrontMatter.Codes.Concat(skeleton.Codes.Select(Code)).Distinct()],
            Minutes = StepTime.Of(document),
            Body = new(new ArticleBody(leadHtml, leadText, sections, skeleton with { Links = addresses.Targets, Anchors = anchors.Given, Includes = includes }, prose)),
        };
    }

    /// <summary>The title, and the first-level headings taken out or down: the page has one such heading, the title.</summary>
    private string TakeTitle()
    {
        var headings = document.OfType<HeadingBlock>().ToList();
        var title = values.Title;
        if (title is null)
        {
            title = headings.Select(h => PlainText.Of(h)).FirstOrDefault(t => t.Length > 0) ?? path.Slug;
            findings.Add(DiagnosticRule.NoTitle, 0, $"The article has no title; it is shown as `{ArticleFindings.Cut(title)}`.", "Write title: … into its front matter.");
        }
        var dropped = false;
        foreach (var heading in headings.Where(h => h.Level == 1))
        {
            if (!dropped && PlainText.Of(heading) == title) dropped = document.Remove(heading);
            else Demote(heading);
        }
        return title;
    }

    private void Demote(HeadingBlock heading)
    {
        findings.Add(DiagnosticRule.ExtraTitle, heading.Line, $"`# {ArticleFindings.Cut(PlainText.Of(heading))}` is not the title; it is shown as a heading of level 2.", "Write ## instead, or make it equal to the title.");
        heading.Level = 2;
    }

    private string Summary(string leadText, IReadOnlyList<Section> sections)
    {
        if (values.Summary is { } summary)
        {
            if (summary.Length > LongestSummary)
                findings.Add(DiagnosticRule.LongSummary, 0, $"The summary has {summary.Length} characters.", $"Say it in at most {LongestSummary}.");
            return summary;
        }
        findings.Add(DiagnosticRule.NoSummary, 0, "The article has no summary.", "Write summary: … into its front matter: one sentence that says what the reader gets.");
        var text = leadText.Length > 0 ? leadText : sections.Select(s => s.Text).FirstOrDefault(t => t.Length > 0) ?? "";
        var line = text.Split('\n')[0];
        return line.Length <= LongestSummary ? line : line[..(char.IsHighSurrogate(line[LongestSummary - 1]) ? LongestSummary - 1 : LongestSummary)];
    }

    private static ErrorCode Code(SkeletonPart part) => ErrorCode.TryParse(part.Text, out var code) ? code : default;
}
