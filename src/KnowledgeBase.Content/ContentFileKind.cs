namespace KnowledgeBase.Content;

/// <summary>What a file of the content folder is read as, by its path.</summary>
internal enum ContentFileKind
{
    Article,
    Snippet,
    Code,
    Registry,
    Guide,
    GuideTests,
    Reply,
    Glossary,
    Categories,
    Redirects,
    Site,
    Media,

    /// <summary>Of no concern: hidden files, notes beside the content.</summary>
    Ignored,

    /// <summary>Nothing reads it: probably a slip.</summary>
    Unplaced,
}
