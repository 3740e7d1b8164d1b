namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>A word belongs to one term: a name or synonym of two terms would make a search mean both.</summary>
internal sealed class GlossaryNameRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) => Locale.All.SelectMany(locale =>
        from term in scope.Content.Glossary
        from word in term.Synonyms(locale).Append(term.Name[locale] ?? "").Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
        group term by word.ToUpperInvariant() into same
        where same.Count() > 1
        let first = same.First()
        from later in same.Skip(1)
        select new Diagnostic(DiagnosticRule.GlossaryDuplicate, "glossary.yaml", later.Line, 1,
            $"`{Spelled(later, locale, same.Key)}` is a word of `{first.Id}` (line {first.Line}) too.", "Keep the word at one term, or join the terms."));

    private static string Spelled(Term term, Locale locale, string word) =>
        term.Synonyms(locale).Append(term.Name[locale] ?? "").First(w => w.Equals(word, StringComparison.OrdinalIgnoreCase));
}
