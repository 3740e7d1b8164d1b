using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content;

/// <summary>Turns every link and image of an article into an address of the site, or into its text where the target is refused.</summary>
internal sealed class ArticleAddresses(ArticleFindings findings)
{
    private readonly List<SkeletonPart> _targets = [];

    /// <summary>Language-neutral targets in order.</summary>
    public IReadOnlyList<SkeletonPart> Targets => _targets;

    public void Resolve(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is LinkInline { IsImage: true } image) ResolveImage(image);
            else if (inline is LinkInline link) ResolveLink(link);
            else if (inline is AutolinkInline address) ResolveAddress(address);
        }
    }

    private void ResolveLink(LinkInline link)
    {
        if (Accept(ArticleAddress.OfLink(link.Url ?? "", findings.Path), link, link.Url) is not { } found) Unwrap(link);
        else
        {
            link.Url = ContentLinks.Resolve(findings.Path.Locale, found.Target!);
            if (found.IsExternal) MarkExternal(link);
        }
    }

    private void ResolveImage(LinkInline image)
    {
        if (image.FirstChild is null)
            findings.Add(DiagnosticRule.NoImageText, image.Line, $"The image `{ArticleFindings.Cut(image.Url ?? "")}` has no text.", "Say between the brackets what it shows.");
        if (Accept(ArticleAddress.OfImage(image.Url ?? "", findings.Path), image, image.Url) is not { } found) Unwrap(image);
        else
        {
            image.Url = found.Target;
            image.GetAttributes().AddPropertyIfNotExist("loading", "lazy");
        }
    }

    private void ResolveAddress(AutolinkInline address)
    {
        var written = address.IsEmail ? "mailto:" + address.Url : address.Url;
        if (IsInLink(address)) address.ReplaceBy(new LiteralInline(address.Url));
        else if (Accept(ArticleAddress.OfLink(written, findings.Path), address, written) is not { } found) address.ReplaceBy(new LiteralInline(address.Url));
        else if (found.IsExternal) MarkExternal(address);
    }

    private ArticleAddress? Accept(ArticleAddress address, Inline inline, string? written)
    {
        if (address.Refusal is { } rule)
        {
            findings.Add(rule, inline.Line, $"The address `{ArticleFindings.Cut(written ?? "")}` is not shown.", address.Mend, inline.Column);
            return null;
        }
        _targets.Add(new(address.Target!, findings.FileLine(inline.Line)));
        return address;
    }

    private static bool IsInLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
            if (parent is LinkInline) return true;
        return false;
    }

    private static void MarkExternal(Inline inline) => inline.GetAttributes().AddPropertyIfNotExist("rel", "noopener external");

    private static void Unwrap(LinkInline link)
    {
        var text = new ContainerInline { IsClosed = true };
        for (var child = link.FirstChild; child is not null; child = link.FirstChild)
        {
            child.Remove();
            text.AppendChild(child);
        }
        link.ReplaceBy(text, copyChildren: false);
    }
}
