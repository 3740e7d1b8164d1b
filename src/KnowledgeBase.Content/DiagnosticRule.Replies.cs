namespace KnowledgeBase.Content;

public sealed partial record DiagnosticRule
{
    public static readonly DiagnosticRule UnknownReplyPlace = new("KB100", Severity.Error, "A ready reply names a place that is not filled in.");
    public static readonly DiagnosticRule ReplyWithoutLink = new("KB101", Severity.Error, "A ready reply has no place for the link.");
    public static readonly DiagnosticRule ReplyForNothing = new("KB102", Severity.Error, "A ready reply is written for something that does not exist.");
    public static readonly DiagnosticRule NoReply = new("KB103", Severity.Warning, "There are ready replies, but none for a kind of outcome, for articles or for codes.");
}
