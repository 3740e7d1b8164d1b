using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>Feature 74: a text that is to be written or brought up to date in the other language.</summary>
/// <param name="Source">The text that leads: the language is said by `source-language`, else it is the default one.</param>
/// <param name="Translation">Null where there is none yet.</param>
/// <param name="TargetPath">File of the translation, there or not.</param>
/// <param name="Since">Changes of the source that the translation does not follow yet, newest first; empty where git does not know.</param>
/// <param name="FollowedBlob">Git's id of the source text that it follows; null where unknown.</param>
public sealed record TranslationTask(Article Source, Article? Translation, string TargetPath, TranslationGap Gap, IReadOnlyList<HistoryEntry> Since, string? FollowedBlob)
{
    /// <summary>Feature 76: false while the author of the source still works on it.</summary>
    public bool IsReady => Source.FrontMatter.ReadyToTranslate;

    /// <summary>Whether readers of the translation are warned: a change since was major.</summary>
    public bool MisleadsReaders => Translation is not null && Since.Any(e => e.Class == ChangeClass.Major);
}
