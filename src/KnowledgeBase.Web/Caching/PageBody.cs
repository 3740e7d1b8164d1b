namespace KnowledgeBase.Web.Caching;

/// <summary>The bytes of a page in one encoding.</summary>
/// <param name="Encoding">Name of the content coding, or null for plain text.</param>
/// <param name="Tag">A strong validator of exactly these bytes, with its quotation marks.</param>
public sealed record PageBody(ReadOnlyMemory<byte> Bytes, string? Encoding, string Tag);
