namespace KnowledgeBase.Content;

public sealed partial record DiagnosticRule
{
    /// <summary>Every rule, in the order of their ids. Made on first use: fields of other files may not be set earlier.</summary>
    public static IReadOnlyList<DiagnosticRule> All => field ??=
    [
        FileRefused, FileTooLarge, NotUtf8, UnseenCharacters, FileEmpty, TooComplex, ArticleName, FrontMatterOpen, NoTitle,
        NoSummary, LongSummary, ExtraTitle, BadAnchor, DuplicateAnchor, NoAnchor, UnknownStepWord, BlockNotClosed, UnknownBlock,
        EmptyBlock, BadVariant, NoSnippet, SnippetCycle, RawHtml, ForbiddenAddress, LostAddress, ForeignImage, NoImageText,
        HeadingSkip, YamlSyntax, YamlTooDeep, YamlAlias, YamlTag, DuplicateKey, UnknownKey, WrongKind, MissingKey,
        BadValue, MissingText, DuplicateId, BadFileName, PathTwins, UnplacedFile, BadRegistryLine, UnknownFacet, GuideWithoutStart,
        MissingTranslation, StructureDiffers, AnchorsDiffer, CommandsDiffer, StaleTranslation, ReviewDatePassed, BrokenLink,
        BrokenAnchor, BrokenImage, UnknownCode, UnknownCategory, RedirectToNowhere, RedirectShadowsPage, UnknownHomePick,
        GlossaryDuplicate, RetiredWithoutNote, UnreachableNode, DeadEnd, GuideCycle, OptionWithoutTarget, MissingUnknownAnswer,
        FailedGuideTest, UntestedEdge, NoProcedure, BadGuideEntry, AvoidedTerm, GoldenQuery,
        UnknownReplyPlace, ReplyWithoutLink, ReplyForNothing, NoReply,
    ];
}
