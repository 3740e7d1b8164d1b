namespace KnowledgeBase.Site.Editing;

/// <summary>Where a working tree keeps its repository, and where the content folder lies in it.</summary>
/// <param name="GitFolder">Full path.</param>
/// <param name="Top">Full path of the working tree.</param>
/// <param name="Prefix">Path of the content folder within the working tree, ending in a slash; empty where it is the whole.</param>
internal sealed record GitTree(string GitFolder, string Prefix, string Top);
