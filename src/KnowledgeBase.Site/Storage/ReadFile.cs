using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Storage;

/// <summary>A file with what tells whether it changed since.</summary>
public sealed record ReadFile(ContentFile Content, FileStamp Stamp);
