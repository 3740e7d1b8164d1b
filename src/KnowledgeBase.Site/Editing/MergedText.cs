namespace KnowledgeBase.Site.Editing;

/// <summary>A three-way merge by lines.</summary>
/// <param name="Text">Where both sides changed the same lines, both stand between marks as git writes them.</param>
/// <param name="Clashes">How many such places there are; 0: the text can be saved as it is.</param>
public sealed record MergedText(string Text, int Clashes);
