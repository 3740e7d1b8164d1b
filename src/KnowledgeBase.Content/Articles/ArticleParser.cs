using System.Security.Cryptography;
using KnowledgeBase.Content.Markdown;
using Markdig.Syntax;

namespace KnowledgeBase.Content;

/// <summary>One file → one article, rendered and safe to show. Pure and thread-safe; bounded in time for any bytes.</summary>
public static class ArticleParser
{
    public static ArticleParse Parse(ContentFile file, ArticleContext context)
    {
        var diagnostics = new List<Diagnostic>();
        return new(Read(file, context, diagnostics), diagnostics);
    }

    private static Article? Read(ContentFile file, ArticleContext context, List<Diagnostic> diagnostics)
    {
        if (ArticlePath.Read(file.Path) is not { } path)
        {
            diagnostics.Add(new(DiagnosticRule.ArticleName, file.Path, 1, 1, "The name of this file does not say category, slug and language.",
                "Name it articles/<category>/<slug>.ja.md or .en.md, in lower-case Latin letters, digits and hyphens."));
            return null;
        }
        if (TextFile.Read(file, diagnostics) is not { } text) return null;
        var front = FrontMatterText.Split(text);
        if (FrontMatterReader.Read(front, file.Path, diagnostics) is not { } values) return null;
        var includes = new ArticleIncludes(path, context, diagnostics);
        if (includes.Expand(front.Body, front.BodyLine) is not { } body) return null;
        var findings = new ArticleFindings(path, body, diagnostics);
        try
        {
            return ParseMarkdown(body.Text, findings) is { } document
                ? new ArticleBuilder(path, values, findings, document).Build(Revision(file), includes.Used)
                : null;
        }
        catch (ArgumentException e) when (e.GetType() == typeof(ArgumentException))
        {
            // The Markdown library's only way to say so.
            findings.Add(DiagnosticRule.TooComplex, 0, $"The text nests deeper than {ArticleMarkdown.MaximumDepth} levels.", "Write it flatter.");
            return null;
        }
    }

    private static MarkdownDocument? ParseMarkdown(string text, ArticleFindings findings)
    {
        if (MarkdownLimits.Find(text) is { } excess)
        {
            findings.Add(DiagnosticRule.TooComplex, excess.Line, excess.Message, "Break the block up, or write it more simply.");
            return null;
        }
        var document = ArticleMarkdown.In(findings.Path.Locale).Parse(text);
        if (MarkdownDepth.FindTooDeep(document, ArticleMarkdown.MaximumDepth) is not { } deep) return document;
        findings.Add(DiagnosticRule.TooComplex, deep.Line, $"The text nests deeper than {ArticleMarkdown.MaximumDepth} levels.", "Write it flatter.");
        return null;
    }

    private static string Revision(ContentFile file)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(file.Bytes.Span, hash);
        return Convert.ToHexStringLower(hash[..6]);
    }
}
