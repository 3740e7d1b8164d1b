namespace KnowledgeBase.Search.Analysis;

/// <summary>Takes what the analyser reads, in order of the text.</summary>
internal interface ITokenSink
{
    /// <summary>Whether a Latin word that begins so is of interest; a stem begins like its word.</summary>
    bool Wants(char first);

    /// <param name="raw">The word before stemming; otherwise the term itself.</param>
    /// <param name="start">Offsets in the original text.</param>
    void Token(scoped ReadOnlySpan<char> term, scoped ReadOnlySpan<char> raw, TokenKind kind, int start, int end);

    void SentenceEnd(int position);
}
