namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 73: every article stands in both languages, unless its author said that it is not ready for that (Feature 76).</summary>
internal sealed class MissingTranslationRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope)
    {
        var broken = scope.Content.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.File).ToHashSet();
        foreach (var only in scope.Content.Articles.GroupBy(a => a.Id).Where(g => g.Count() == 1).Select(g => g.Single()))
        {
            var twin = only.Path.Replace($".{only.Locale}.md", $".{only.Locale.Other}.md", StringComparison.Ordinal);
            if (!only.FrontMatter.ReadyToTranslate) continue;
            // It was written, and what is wrong with it has been said.
            if (broken.Contains(twin)) continue;
            yield return new(DiagnosticRule.MissingTranslation, only.Path, 1, 1, $"`{only.Id}` stands in {(only.Locale == Locale.Ja ? "Japanese" : "English")} only; readers of the other language see it under a banner.",
                $"Write {twin} with the same id, or ready-to-translate: false while this text still changes.");
        }
    }
}
