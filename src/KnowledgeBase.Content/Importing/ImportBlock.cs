namespace KnowledgeBase.Content.Importing;

/// <summary>A block of a foreign page that holds other lines.</summary>
/// <param name="End">The line that ends it, trimmed; null for one that ends where its indentation does.</param>
/// <param name="Indent">Spaces before its lines, which are taken off.</param>
/// <param name="Prefix">What its lines get instead, such as `> `.</param>
internal sealed record ImportBlock(string? End, int Indent, string Prefix)
{
    /// <summary>Its content is left out.</summary>
    public bool IsDropped { get; init; }
}
