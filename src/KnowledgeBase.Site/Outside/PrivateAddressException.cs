namespace KnowledgeBase.Site;

/// <summary>A connection into a private network was not made.</summary>
public sealed class PrivateAddressException(string message) : Exception(message);
