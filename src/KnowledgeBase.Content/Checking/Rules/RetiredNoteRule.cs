namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 14: a retired code says why and what replaces it.</summary>
internal sealed class RetiredNoteRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) =>
        from code in scope.Content.Codes
        where code.Status == CodeStatus.Retired && code.RetiredNote.IsEmpty
        let place = code.Places.At("status")
        select new Diagnostic(DiagnosticRule.RetiredWithoutNote, code.Path, place.Line, place.Column, $"{code.Code.Hex} is retired and does not say why.", "Add retired-note: {ja: …, en: …}.");
}
