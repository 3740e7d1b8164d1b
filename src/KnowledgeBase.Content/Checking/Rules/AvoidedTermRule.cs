using System.Text.RegularExpressions;

namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 81: one thing has one name. Forms are compared letter by letter, so a proper name with capitals stands; code,
/// addresses, bold and quoted names are left out, and so is a form inside a longer name of the glossary.</summary>
internal sealed partial class AvoidedTermRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var forms = Locale.All.ToDictionary(l => l, l => Forms(scope.Content.Glossary, l));
        if (forms.Values.All(f => f.Count == 0)) return [];
        return ProseCollector.Collect(scope.Content).SelectMany(prose => Find(prose, forms[prose.Locale]));
    }

    private static List<AvoidedForm> Forms(IReadOnlyList<Term> glossary, Locale locale)
    {
        var names = glossary.Select(t => t.Name[locale]).OfType<string>().ToList();
        return
        [
            .. from term in glossary
               where term.Name[locale] is not null
               from form in term.Avoid(locale)
               where form.Length > 0
               select new AvoidedForm(form, term.Name[locale]!, [.. names.Where(n => n.Length > form.Length && n.Contains(form, StringComparison.Ordinal))]),
        ];
    }

    private static IEnumerable<Diagnostic> Find(ContentProse prose, List<AvoidedForm> forms)
    {
        var text = Quoted.Replace(prose.Text, m => new string('\0', m.Length));
        foreach (var form in forms)
            foreach (var at in form.Find(text))
                yield return new(DiagnosticRule.AvoidedTerm, prose.File, prose.Line, prose.IsVerbatim ? prose.Column + at : prose.Column, $"`{form.Text}` is a form that this site does not use.", $"Write `{form.Instead}`.");
    }

    // Names and quotations are short: the bound keeps a text full of opening marks cheap.
    [GeneratedRegex("""`[^`]{1,200}`|\*\*[^*]{1,200}\*\*|"[^"]{1,200}"|“[^”]{1,200}”|「[^」]{1,200}」|『[^』]{1,200}』|https?://[\x21-\x7E]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted { get; }
}
