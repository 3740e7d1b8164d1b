namespace KnowledgeBase.Site.Storage;

/// <summary>Size in bytes and time of last change in UTC ticks.</summary>
public readonly record struct FileStamp(long Size, long Ticks);
