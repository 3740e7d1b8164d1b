namespace KnowledgeBase.Content.Importing;

/// <summary>A page of the tree in one language, before it is converted.</summary>
/// <param name="Key">What both languages share: the path without language, ending and `index`.</param>
/// <param name="Source">The file.</param>
/// <param name="Folder">Folder in which the tool looks for relative links and pictures, in the tree.</param>
internal sealed record ImportPage(string Key, Locale Locale, ImportFile Source, string Folder)
{
    /// <summary>Set when the front matter is read.</summary>
    public required ImportFrontMatter Front { get; init; }

    public required IReadOnlyList<ImportHeading> Headings { get; init; }

    /// <summary>Whether the page stands for its folder, so that relative addresses start in it.</summary>
    public bool IsIndex => System.IO.Path.GetFileNameWithoutExtension(Source.Path).Split('.')[0] is "index" or "_index" or "README";
}
