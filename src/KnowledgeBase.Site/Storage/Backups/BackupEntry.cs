namespace KnowledgeBase.Site.Storage;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Path in the backup, with forward slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hash of its bytes, hexadecimal.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);
