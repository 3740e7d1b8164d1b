namespace KnowledgeBase.Search.Analysis;

/// <summary>Takes what the analyser reads, in order of the text. To be implemented by a struct: the analyser is compiled for each by itself
/// then, without a call through the interface for each term.</summary>
internal interface ITokenSink
{
    /// <summary>Whether a Latin word may be of interest, by its first two letters; a stem begins like its word.</summary>
    bool Wants(scoped ReadOnlySpan<char> word);

    /// <param name="raw">The word before stemming; otherwise the term itself.</param>
    /// <param name="start">Offsets in the original text.</param>
    void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end);

    void SentenceEnd(int position);
}
