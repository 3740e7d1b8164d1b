using System.Text.RegularExpressions;

namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 79: commands, codes and addresses are the same in both languages. Names of buttons in a code span are not
/// commands: text with Japanese letters is left out, and an address may name its page's
/// language, as may a picture with words in it (`/media/keys.ja.svg`).</summary>
internal sealed partial class CommandParityRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) => scope.Pairs.SelectMany(pair =>
        Compare(pair, "command", a => a.Skeleton.Commands.Where(c => !JapaneseLetter.IsMatch(c.Text)))
            .Concat(Compare(pair, "code", a => a.Skeleton.Codes))
            .Concat(Compare(pair, "link", a => a.Skeleton.Links.Select(l => l with { Text = WithoutLanguage(l.Text) }))));

    private static IEnumerable<Diagnostic> Compare(ArticlePair pair, string what, Func<Article, IEnumerable<SkeletonPart>> parts)
    {
        var (source, own) = (parts(pair.Source).ToList(), parts(pair.Translation).ToList());
        foreach (var extra in own.ExceptBy(source.Select(p => p.Text), p => p.Text))
            yield return new(DiagnosticRule.CommandsDiffer, pair.Translation.Path, extra.Line, 1,
                $"The {what} `{Cut(extra.Text)}` is not in {pair.Source.Path}.", $"Write the same {what} in both languages, byte for byte.");
        foreach (var missing in source.ExceptBy(own.Select(p => p.Text), p => p.Text))
            yield return new(DiagnosticRule.CommandsDiffer, pair.Translation.Path, 1, 1,
                $"The {what} `{Cut(missing.Text)}` of {pair.Source.Path} (line {missing.Line}) is missing here.", $"Write the same {what} in both languages, byte for byte.");
    }

    private static string WithoutLanguage(string link) => link.StartsWith("/media/", StringComparison.Ordinal) ? PictureLanguage.Replace(link, ".") : PageLanguage.Replace(link, "/");

    private static string Cut(string text) => text.Length <= 80 ? text : text[..80] + "…";

    [GeneratedRegex(@"[\u3041-\u30FF\u4E00-\u9FFF]")]
    private static partial Regex JapaneseLetter { get; }

    [GeneratedRegex(@"\.(ja|en)\.(?=[a-z]+\z)")]
    private static partial Regex PictureLanguage { get; }

    // https://learn.microsoft.com/ja-jp/windows
    [GeneratedRegex(@"(?<=^https?://[^/]+)/(ja|en)(-[a-z]{2})?/", RegexOptions.IgnoreCase)]
    private static partial Regex PageLanguage { get; }
}
