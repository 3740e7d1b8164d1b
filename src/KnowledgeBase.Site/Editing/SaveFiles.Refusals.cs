using System.Text;
using KnowledgeBase.Content;
using static KnowledgeBase.Site.Editing.SaveResult;

namespace KnowledgeBase.Site.Editing;

public sealed partial class SaveFiles
{
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;

    private Refused? Refuse(SaveRequest request)
    {
        if (!Options.Enabled) return new(SaveRefusal.EditingOff, "Editing is switched off (KnowledgeBase:Editing:Enabled).");
        if (!request.Author.IsUsable) return new(SaveRefusal.Author, "The author needs a name and a mail address.");
        if (Options.ReviewRequired && request.ReviewedBy is null) return new(SaveRefusal.ReviewNeeded, "A second person has to approve this first.");
        if (request.Files.Count is 0 or > MostFiles || request.Files.Select(f => TermText.FileOf(f.Path)).Distinct(StringComparer.OrdinalIgnoreCase).Count() < request.Files.Count)
            return new(SaveRefusal.Text, $"A save holds 1 to {MostFiles} files, each once.");
        return request.Files.Select(Refuse).OfType<Refused>().FirstOrDefault();
    }

    private Refused? Refuse(FileChange change)
    {
        var shown = change.Path.Length <= 100 ? change.Path : change.Path[..100] + "…";
        if (workspace.Place(change.Path) is null) return new(SaveRefusal.Path, $"`{shown}` is no path that can be written.");
        if (change.Text is { } text)
        {
            if (!ContentPaths.IsText(TermText.FileOf(change.Path))) return new(SaveRefusal.Text, $"`{shown}` holds no text.");
            if (TermText.IdOf(change.Path) is { } id && TermText.Read(change.Path, Encoding.UTF8.GetBytes(text)) is null) return new(SaveRefusal.Text, $"The text of a term begins with `- id: {id}`; a term ends in the whole glossary.");
            if (text.Length > Limit(change.Path) || Encoding.UTF8.GetByteCount(text) > Limit(change.Path)) return new(SaveRefusal.Text, $"The text of `{shown}` is larger than {Limit(change.Path) / 1024} KiB.");
            if (text.Contains('\0', StringComparison.Ordinal) || !IsWhole(text)) return new(SaveRefusal.Text, $"The text of `{shown}` holds what is no character.");
        }
        else if (change.Picture is { } picture)
        {
            if (!ContentPaths.IsPicture(change.Path) || !PictureKind.Fits(change.Path, picture.Span)) return new(SaveRefusal.Text, $"`{shown}` is not the picture that its name says.");
            if (picture.Length > ContentReader.MediaLimit) return new(SaveRefusal.Text, $"`{shown}` is larger than {ContentReader.MediaLimit / 1024 / 1024} MiB.");
        }
        return null;
    }

    private Refused? RefuseMachineText(SaveRequest request, SiteSnapshot candidate)
    {
        if (Options.MachineText == MachineTextPolicy.Allowed || (Options.MachineText == MachineTextPolicy.Reviewed && request.MachineTextWasRead)) return null;
        var written = request.Files.Where(f => f.Text is not null).Select(f => f.Path).ToHashSet();
        return candidate.Content.Articles.FirstOrDefault(a => a.FrontMatter.MachineTranslated && written.Contains(a.Path)) is { } article
            ? new(SaveRefusal.MachineText, $"{article.Path} is marked machine-translated; {(Options.MachineText == MachineTextPolicy.Never ? "such text does not go live: read it and take the mark out." : "a second person has to approve it first.")}")
            : null;
    }

    private static SaveRefusal ReasonOf(Exception e) => e switch
    {
        UnauthorizedAccessException => SaveRefusal.ReadOnly,
        { HResult: NoSpaceLeft or QuotaExceeded } => SaveRefusal.DiskFull,
        { HResult: ReadOnlyFileSystem } => SaveRefusal.ReadOnly,
        _ => SaveRefusal.Disk,
    };

    private static int Limit(string path) => path.EndsWith(".csv", StringComparison.Ordinal) ? TextFile.DefaultLimit * 8 : TextFile.DefaultLimit;

    // Half a surrogate pair cannot be written as UTF-8.
    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
