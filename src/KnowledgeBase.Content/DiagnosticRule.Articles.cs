namespace KnowledgeBase.Content;

public sealed partial record DiagnosticRule
{
    public static readonly DiagnosticRule FileRefused = new("KB001", Severity.Error, "A file could not be read: a link, no permission, or gone.");
    public static readonly DiagnosticRule FileTooLarge = new("KB002", Severity.Error, "A file is larger than its kind may be.");
    public static readonly DiagnosticRule NotUtf8 = new("KB003", Severity.Error, "A file is not UTF-8 text.");
    public static readonly DiagnosticRule UnseenCharacters = new("KB004", Severity.Warning, "A text holds control characters or direction marks that nobody sees.");
    public static readonly DiagnosticRule FileEmpty = new("KB005", Severity.Error, "A file holds no text.");
}
