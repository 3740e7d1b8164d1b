using System.IO.Compression;
using System.Text.Json;

namespace KnowledgeBase.Site.Storage;

/// <summary>Writes a backup: a ZIP archive that only its owner may read, since it holds keys. It has its name when it is whole.</summary>
public sealed class BackupWriter : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly string _part;
    private readonly ZipArchive _archive;
    private readonly List<BackupEntry> _entries = [];

    /// <param name="path">Must not exist yet.</param>
    /// <exception cref="IOException">It cannot be written there.</exception>
    internal BackupWriter(string path)
    {
        (_path, _part) = (path, path + ".part");
        if (File.Exists(path)) throw new IOException($"{path} is there already");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Private;
        var file = new FileStream(_part, options);
        _archive = new(file, ZipArchiveMode.Create);
    }

    /// <summary>Files so far.</summary>
    public IReadOnlyList<BackupEntry> Entries => _entries;

    /// <summary>A name beside the backup for what must lie on the disk before it is added; whoever makes it deletes it.</summary>
    public string Temporary(string ending) => $"{_part}.{_entries.Count}.{ending}";

    /// <param name="name">Path in the backup, with forward slashes.</param>
    /// <param name="write">Writes the file; the stream is not for keeping.</param>
    public async Task Add(string name, Func<Stream, Task> write)
    {
        await using var target = _archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        await using var hashed = new HashedStream(target);
        await write(hashed);
        _entries.Add(new(name, hashed.Length, hashed.Sha256()));
    }

    /// <summary>Adds a text.</summary>
    public Task AddText(string name, Func<TextWriter, Task> write) => Add(name, async target =>
    {
        await using var writer = new StreamWriter(target, leaveOpen: true) { NewLine = "\n" };
        await write(writer);
    });

    /// <summary>Adds a file of the disk.</summary>
    public async Task AddFile(string name, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await Add(name, target => file.CopyToAsync(target, cancellation));
    }

    /// <summary>Adds the manifest, writes everything out and gives the backup its name.</summary>
    internal void Finish(BackupManifest manifest)
    {
        using (var target = _archive.CreateEntry(BackupReader.ManifestName).Open()) JsonSerializer.Serialize(target, manifest, BackupJson.Default.BackupManifest);
        _archive.Dispose();
        using (var handle = File.OpenHandle(_part, FileMode.Open, FileAccess.ReadWrite)) LibC.Flush(handle, _part);
        File.Move(_part, _path);
        LibC.FlushFolder(Path.GetDirectoryName(_path)!);
    }

    public void Dispose()
    {
        try
        {
            _archive.Dispose();
        }
        catch (IOException)
        {
            // The disk is full; whoever writes has heard it already.
        }

        File.Delete(_part);
    }
}
