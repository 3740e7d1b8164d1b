namespace KnowledgeBase.Content;

public sealed partial record DiagnosticRule
{
    public static readonly DiagnosticRule MissingTranslation = new("KB050", Severity.Error, "An article stands in one language only.");
    public static readonly DiagnosticRule StructureDiffers = new("KB051", Severity.Error, "Headings, steps or blocks differ between the languages of an article.");
    public static readonly DiagnosticRule AnchorsDiffer = new("KB052", Severity.Error, "Ids of sections or steps differ between the languages of an article.");
    public static readonly DiagnosticRule CommandsDiffer = new("KB053", Severity.Error, "Commands, codes or addresses differ between the languages of an article.");
    public static readonly DiagnosticRule StaleTranslation = new("KB054", Severity.Warning, "A translation follows an older revision of its source text.");
    public static readonly DiagnosticRule ReviewDatePassed = new("KB055", Severity.Warning, "The day on which an article was to be reviewed has passed.");
    public static readonly DiagnosticRule BrokenLink = new("KB060", Severity.Error, "A link leads to no page.");
    public static readonly DiagnosticRule BrokenAnchor = new("KB061", Severity.Error, "A link points at a section, step or term that its page does not have.");
    public static readonly DiagnosticRule BrokenImage = new("KB062", Severity.Error, "A picture is not in the media folder.");
    public static readonly DiagnosticRule UnknownCode = new("KB063", Severity.Error, "An error code is mentioned that has no page and is not in the registry.");
    public static readonly DiagnosticRule UnknownCategory = new("KB064", Severity.Error, "The folder of an article is no category.");
    public static readonly DiagnosticRule RedirectToNowhere = new("KB065", Severity.Error, "A redirect leads to no page.");
    public static readonly DiagnosticRule RedirectShadowsPage = new("KB066", Severity.Error, "A redirect stands at the address of a page.");
    public static readonly DiagnosticRule UnknownHomePick = new("KB067", Severity.Error, "The home page picks something that does not exist.");
    public static readonly DiagnosticRule GlossaryDuplicate = new("KB068", Severity.Warning, "Two terms of the glossary share a name or synonym.");
    public static readonly DiagnosticRule RetiredWithoutNote = new("KB069", Severity.Error, "A retired code does not say why.");
    public static readonly DiagnosticRule UnreachableNode = new("KB070", Severity.Error, "No answer of a guide leads to a question or outcome.");
    public static readonly DiagnosticRule DeadEnd = new("KB071", Severity.Error, "A question of a guide has no answers.");
    public static readonly DiagnosticRule GuideCycle = new("KB072", Severity.Error, "Answers of a guide lead in a circle.");
    public static readonly DiagnosticRule OptionWithoutTarget = new("KB073", Severity.Error, "An answer of a guide leads nowhere.");
    public static readonly DiagnosticRule MissingUnknownAnswer = new("KB074", Severity.Error, "A question of a guide has no answer for those who do not know.");
    public static readonly DiagnosticRule FailedGuideTest = new("KB075", Severity.Error, "A guide test leads elsewhere than it expects.");
    public static readonly DiagnosticRule UntestedEdge = new("KB076", Severity.Warning, "No guide test takes an answer of a guide.");
    public static readonly DiagnosticRule NoProcedure = new("KB077", Severity.Error, "The procedure of an outcome does not exist.");
    public static readonly DiagnosticRule BadGuideEntry = new("KB078", Severity.Error, "A code's page enters a guide, question or answer that does not exist.");
    public static readonly DiagnosticRule AvoidedTerm = new("KB079", Severity.Warning, "A text uses a form of a term that the glossary tells to avoid.");
}
