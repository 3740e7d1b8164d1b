using KnowledgeBase.Content.Checking.Rules;

namespace KnowledgeBase.Content.Checking;

/// <summary>Runs every rule over a parsed content set; never stops at the first finding.</summary>
public static class ContentChecker
{
    private static readonly IReadOnlyList<IContentRule> s_rules =
    [
        new BrokenLinkRule(), new BrokenAnchorRule(), new BrokenImageRule(), new UnknownCodeRule(), new RelatedArticleRule(),
        new MissingTranslationRule(), new StructureRule(), new AnchorParityRule(), new CommandParityRule(), new StaleTranslationRule(),
        new ReviewDateRule(), new UnknownCategoryRule(), new RetiredNoteRule(), new GlossaryNameRule(), new AvoidedTermRule(), new HomePickRule(),
        new RedirectTargetRule(), new RedirectShadowRule(),
        new UnreachableNodeRule(), new DeadEndRule(), new GuideCycleRule(), new OptionTargetRule(), new UnknownAnswerRule(),
        new OutcomeProcedureRule(), new GuideTestRule(), new UntestedEdgeRule(), new GuideEntryRule(),
        new ReplySubjectRule(), new ReplyCoverRule(),
    ];

    /// <param name="today">Review dates are compared with this day.</param>
    /// <returns>Parse diagnostics and rule findings, ordered by file, line, rule.</returns>
    public static IReadOnlyList<Diagnostic> Check(ContentSet content, DateOnly today)
    {
        var scope = new CheckScope(content, today);
        return ContentReader.InOrder(content.Diagnostics.Concat(s_rules.SelectMany(r => r.Check(scope))));
    }
}
