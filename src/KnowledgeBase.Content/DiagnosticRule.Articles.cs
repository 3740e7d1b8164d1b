namespace KnowledgeBase.Content;

public sealed partial record DiagnosticRule
{
    public static readonly DiagnosticRule FileRefused = new("KB001", Severity.Error, "A file could not be read: a link, no permission, or gone.");
    public static readonly DiagnosticRule FileTooLarge = new("KB002", Severity.Error, "A file is larger than its kind may be.");
    public static readonly DiagnosticRule NotUtf8 = new("KB003", Severity.Error, "A file is not UTF-8 text.");
    public static readonly DiagnosticRule UnseenCharacters = new("KB004", Severity.Warning, "A text holds control characters or direction marks that nobody sees.");
    public static readonly DiagnosticRule FileEmpty = new("KB005", Severity.Error, "A file holds no text.");
    public static readonly DiagnosticRule TooComplex = new("KB006", Severity.Error, "An article nests too deeply or has too many marks in one block.");
    public static readonly DiagnosticRule ArticleName = new("KB007", Severity.Error, "An article file is not named articles/<category>/<slug>.<language>.md.");
    public static readonly DiagnosticRule FrontMatterOpen = new("KB008", Severity.Error, "The front matter of an article is never closed.");
    public static readonly DiagnosticRule NoTitle = new("KB009", Severity.Warning, "An article has no title in its front matter.");
    public static readonly DiagnosticRule NoSummary = new("KB010", Severity.Warning, "An article has no summary in its front matter.");
    public static readonly DiagnosticRule LongSummary = new("KB011", Severity.Warning, "The summary of an article is longer than 120 characters.");
    public static readonly DiagnosticRule ExtraTitle = new("KB012", Severity.Warning, "A first-level heading in the text is not the title.");
    public static readonly DiagnosticRule BadAnchor = new("KB013", Severity.Error, "An id in braces is not made of lower-case Latin letters, digits and hyphens.");
    public static readonly DiagnosticRule DuplicateAnchor = new("KB014", Severity.Error, "An id stands twice in one article.");
    public static readonly DiagnosticRule NoAnchor = new("KB015", Severity.Warning, "A heading has no id, so links to it break when it is reworded.");
    public static readonly DiagnosticRule UnknownStepWord = new("KB016", Severity.Error, "A word in the braces of a step means nothing.");
    public static readonly DiagnosticRule BlockNotClosed = new("KB017", Severity.Error, "A ::: block is never closed.");
    public static readonly DiagnosticRule UnknownBlock = new("KB018", Severity.Error, "A ::: line or a [!KIND] opens or closes no known block.");
    public static readonly DiagnosticRule EmptyBlock = new("KB019", Severity.Error, "A ::: block does not hold the list or the questions it is for.");
    public static readonly DiagnosticRule BadVariant = new("KB020", Severity.Error, "A ::: when block names no known system, licence or edition.");
    public static readonly DiagnosticRule NoSnippet = new("KB021", Severity.Error, "A shared part that an article includes does not exist.");
    public static readonly DiagnosticRule SnippetCycle = new("KB022", Severity.Error, "Shared parts include each other, or too deeply.");
    public static readonly DiagnosticRule RawHtml = new("KB023", Severity.Warning, "An article holds HTML, which is shown as text.");
    public static readonly DiagnosticRule ForbiddenAddress = new("KB024", Severity.Error, "A link has an address that articles may not have.");
    public static readonly DiagnosticRule LostAddress = new("KB025", Severity.Error, "A relative link leads to nothing the site shows.");
    public static readonly DiagnosticRule ForeignImage = new("KB026", Severity.Error, "An image does not lie in the media folder.");
    public static readonly DiagnosticRule NoImageText = new("KB027", Severity.Warning, "An image has no text for those who cannot see it.");
    public static readonly DiagnosticRule HeadingSkip = new("KB028", Severity.Warning, "A heading skips a level.");
}
