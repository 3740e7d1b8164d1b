using System.Globalization;
using System.Text.Json;

namespace KnowledgeBase.Site.Storage;

/// <summary>Saves that are under way or not yet committed, in the data folder, so that a crash at any moment loses none: an entry is
/// written before the first file is touched and goes when the commit is made. Used under the editing lock only.</summary>
internal sealed class SaveJournal(string dataFolder)
{
    private const string Writing = ".writing.json";
    private const string Written = ".written.json";

    private readonly string _folder = Path.Combine(dataFolder, "editing", "journal");

    /// <summary>Every entry, oldest first. Entries that cannot be read are moved aside.</summary>
    public IReadOnlyList<JournalEntry> Open()
    {
        if (!Directory.Exists(_folder)) return [];
        return [.. Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<JournalEntry>()];
    }

    public bool IsEmpty => !Directory.Exists(_folder) || !Directory.EnumerateFiles(_folder, "*.json").Any();

    /// <exception cref="IOException">The disk did not take it.</exception>
    public JournalEntry Begin(JournalRecord save)
    {
        Directory.CreateDirectory(_folder);
        var last = Directory.EnumerateFiles(_folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal).LastOrDefault();
        var next = last is null ? 1 : long.Parse(last.AsSpan(0, 12), CultureInfo.InvariantCulture) + 1;
        var entry = new JournalEntry(next.ToString("D12", CultureInfo.InvariantCulture), save, IsWritten: false);
        try
        {
            DurableWrite.Replace(At(entry, Writing), JsonSerializer.SerializeToUtf8Bytes(save, JournalJson.Default.JournalRecord));
            return entry;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The editor hears that nothing was saved: so nothing may be finished later.
            File.Delete(At(entry, Writing));
            throw;
        }
    }

    /// <summary>The files are in place; only the commit is missing.</summary>
    public JournalEntry MarkWritten(JournalEntry entry)
    {
        if (!entry.IsWritten) File.Move(At(entry, Writing), At(entry, Written), overwrite: true);
        return entry with { IsWritten = true };
    }

    /// <summary>Notes which commit is about to become the branch's newest, so that a lock left over can be told as our own.</summary>
    public void MarkCommit(JournalEntry entry, string commit) => DurableWrite.Replace(At(entry, ".commit"), System.Text.Encoding.ASCII.GetBytes(commit));

    public void End(JournalEntry entry)
    {
        File.Delete(At(entry, ".commit"));
        File.Delete(At(entry, entry.IsWritten ? Written : Writing));
    }

    /// <summary>Takes away what a process that died left half written.</summary>
    public void Clean()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var left in Directory.EnumerateFiles(_folder, "*.tmp")) File.Delete(left);
    }

    private string At(JournalEntry entry, string ending) => Path.Combine(_folder, entry.Name + ending);

    private JournalEntry? Read(string path)
    {
        var name = Path.GetFileName(path)[..^(path.EndsWith(Written, StringComparison.Ordinal) ? Written.Length : Writing.Length)];
        try
        {
            var commit = Path.Combine(_folder, name + ".commit");
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), JournalJson.Default.JournalRecord) is { } save
                ? new(name, save, path.EndsWith(Written, StringComparison.Ordinal)) { Commit = File.Exists(commit) && File.ReadAllText(commit) is { Length: 40 or 64 } id && id.All(char.IsAsciiHexDigit) ? (id, File.GetLastWriteTimeUtc(commit)) : null }
                : null;
        }
        catch (JsonException)
        {
            // Entries are renamed into place whole: this one was damaged later. Its text is kept for a person.
            File.Move(path, path + ".damaged", overwrite: true);
            return null;
        }
    }
}
