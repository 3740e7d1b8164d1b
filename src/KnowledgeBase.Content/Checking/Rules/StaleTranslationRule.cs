namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 74: a translation follows the revision of the source text that it names.</summary>
internal sealed class StaleTranslationRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        foreach (var (source, translation) in scope.Pairs)
        {
            if (translation.FrontMatter.TranslatedFrom is not { } followed || followed == source.Revision) continue;
            var (line, column) = translation.FrontMatter.Places.At("translated-from");
            yield return new(DiagnosticRule.StaleTranslation, translation.Path, line, column,
                $"This follows revision `{followed}` of {source.Path}, which is now at {source.Revision}.", $"Bring the translation up to date and write translated-from: {source.Revision}.");
        }
    }
}
