namespace KnowledgeBase.Content.Importing;

/// <summary>Something that an import did not understand, or could not take over.</summary>
/// <param name="Kind">What sort of thing it is, such as `shortcode` or `link`.</param>
/// <param name="What">The thing itself, cut to a line.</param>
/// <param name="Times">How often it was met.</param>
/// <param name="First">Path of the first file that holds it.</param>
public sealed record ImportFinding(string Kind, string What, int Times, string First);
