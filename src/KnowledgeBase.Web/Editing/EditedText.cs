using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Editing;

/// <summary>A file as it stands in an editor.</summary>
/// <param name="Base">Revision that the text started from; null for a new file.</param>
/// <param name="Text">Line ends are `\n`.</param>
public sealed record EditedText(string Path, string? Base, string Text)
{
    /// <summary>The file as it is on the disk; null where there is none.</summary>
    public EditableFile? Live { get; init; }

    /// <summary>Where somebody else saved meanwhile: both texts. <see cref="Text"/> is then their merge, and <see cref="Base"/> follows theirs.</summary>
    public FileConflict? Conflict { get; init; }

    /// <summary>Whether there is anything to save.</summary>
    public bool IsChanged => Live is null ? !string.IsNullOrWhiteSpace(Text) : Text != Live.Text;

    /// <summary>1-based line of the first mark that a merge left; null where none is.</summary>
    public int? MarkLine => Text.Split('\n').Index().Where(l => l.Item is "<<<<<<< own" or ">>>>>>> theirs").Select(l => (int?)l.Index + 1).FirstOrDefault();
}
