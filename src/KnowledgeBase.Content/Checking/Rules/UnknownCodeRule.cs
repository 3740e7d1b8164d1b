namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 83: every code that is mentioned has a page or stands in the registry.</summary>
internal sealed class UnknownCodeRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var linked = scope.Links.Where(l => l.Verdict.Rule == DiagnosticRule.UnknownCode).Select(l => l.Link.Report(DiagnosticRule.UnknownCode, l.Verdict.Message, l.Verdict.Mend));
        return linked.Concat(Mentions(scope).Where(m => !scope.IsKnown(m.Code)).Select(m => new Diagnostic(DiagnosticRule.UnknownCode, m.File, m.Place.Line, m.Place.Column,
            $"{m.Code.Hex} has no page and is not in the registry.", "Correct the code, or add it to codes/registry.csv.")));
    }

    private static IEnumerable<(ErrorCode Code, string File, (int Line, int Column) Place)> Mentions(CheckScope scope)
    {
        foreach (var article in scope.Content.Articles)
        {
            foreach (var part in article.Skeleton.Codes)
                if (ErrorCode.TryParse(part.Text, out var code)) yield return (code, article.Path, (part.Line, 1));
            foreach (var (code, at) in article.FrontMatter.Codes.Select((c, i) => (c, i + 1)))
                yield return (code, article.Path, article.FrontMatter.Places.At($"codes[{at}]"));
        }
        foreach (var entry in scope.Content.Codes)
        {
            foreach (var (code, at) in entry.Related.Select((c, i) => (c, i + 1))) yield return (code, entry.Path, entry.Places.At($"related[{at}]"));
            foreach (var (confused, at) in entry.ConfusedWith.Select((c, i) => (c, i + 1))) yield return (confused.Code, entry.Path, entry.Places.At($"confused-with[{at}].code"));
        }
        foreach (var (text, path, place) in scope.Content.Codes.SelectMany(Texts))
            foreach (var match in Locale.All.SelectMany(l => ErrorCode.FindAll(text[l] ?? "")).DistinctBy(m => m.Code)) yield return (match.Code, path, place);
        foreach (var guide in scope.Content.Guides)
            foreach (var question in guide.Questions)
                foreach (var code in question.Codes.Keys.Order()) yield return (code, guide.Path, guide.Places.At($"questions.{question.Id}.codes.{code.Hex}"));
    }

    private static IEnumerable<(LocalizedText Text, string File, (int Line, int Column) Place)> Texts(CodeEntry entry)
    {
        foreach (var (name, text) in new[] { ("title", entry.Title), ("meaning", entry.Meaning), ("who", entry.Who), ("retired-note", entry.RetiredNote) })
            yield return (text, entry.Path, entry.Places.At(name));
        foreach (var (item, at) in entry.Cases.Select((c, i) => (c, i + 1)))
            foreach (var (name, text) in new[] { ("who", item.Who), ("cause", item.Cause), ("remedy", item.Remedy) })
                yield return (text, entry.Path, entry.Places.At($"cases[{at}].{name}"));
        foreach (var (confused, at) in entry.ConfusedWith.Select((c, i) => (c, i + 1)))
            yield return (confused.How, entry.Path, entry.Places.At($"confused-with[{at}].how"));
    }
}
