using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace KnowledgeBase.Site.Storage;

/// <summary>Reads a backup. Names in it are not believed: none leads out of the folder that it is written into.</summary>
public sealed class BackupReader : IDisposable
{
    internal const string ManifestName = "manifest.json";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ZipArchive _archive;

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no backup, or a newer program made it.</exception>
    internal BackupReader(string path)
    {
        _archive = ZipFile.OpenRead(path);
        try
        {
            Manifest = Read(_archive);
        }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    public BackupManifest Manifest { get; }

    /// <summary>Compares every file with its hash, and the list of files with the manifest.</summary>
    /// <returns>What differs; empty where the backup is as it was written.</returns>
    internal IReadOnlyList<string> Verify()
    {
        var there = _archive.Entries.Select(e => e.FullName).Where(n => n != ManifestName).ToList();
        var wrong = there.Except(Manifest.Entries.Select(e => e.Name)).Select(n => n + " is not in its list").ToList();
        if (there.Count != there.Distinct().Count()) wrong.Add("it holds two files of one name");
        wrong.AddRange(Manifest.Entries.Where(e => !IsSafe(e.Name)).Select(e => e.Name + " leads out of the folder"));
        foreach (var entry in Manifest.Entries)
        {
            if (_archive.GetEntry(entry.Name) is not { } file) wrong.Add(entry.Name + " is missing");
            // First the length, so that no more is unpacked than was packed.
            else if (file.Length != entry.Bytes || Hash(file) != entry.Sha256) wrong.Add(entry.Name + " is damaged");
        }

        return wrong;
    }

    /// <summary>Files whose names begin so.</summary>
    public IEnumerable<string> Below(string prefix) => Manifest.Entries.Select(e => e.Name).Where(n => n.StartsWith(prefix, StringComparison.Ordinal));

    public Stream Open(string name) => (_archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing")).Open();

    /// <summary>Writes every file whose name begins so into a folder, without that beginning.</summary>
    /// <param name="isPrivate">Whether only the owner may read what is written.</param>
    public async Task Extract(string prefix, string folder, bool isPrivate, CancellationToken cancellation)
    {
        foreach (var name in Below(prefix).Where(n => IsSafe(n)))
        {
            var path = Path.Combine(folder, name[prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (isPrivate && !OperatingSystem.IsWindows()) options.UnixCreateMode = Private;
            await using var source = Open(name);
            await using var target = new FileStream(path, options);
            await source.CopyToAsync(target, cancellation);
        }
    }

    public void Dispose() => _archive.Dispose();

    private static BackupManifest Read(ZipArchive archive)
    {
        if (archive.GetEntry(ManifestName) is not { } entry) throw new InvalidDataException("it is no backup: it has no " + ManifestName);
        using var stream = entry.Open();
        try
        {
            var manifest = JsonSerializer.Deserialize(stream, BackupJson.Default.BackupManifest) ?? throw new InvalidDataException("its manifest is empty");
            return manifest.Format <= BackupManifest.Newest ? manifest : throw new InvalidDataException($"a newer version of the program made it (format {manifest.Format}, this one knows {BackupManifest.Newest})");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("its manifest cannot be read", e);
        }
    }

    private static string? Hash(ZipArchiveEntry file)
    {
        try
        {
            using var stream = file.Open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsSafe(string name) =>
        name.Length > 0 && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) && !name.Contains('\0', StringComparison.Ordinal)
        && name.Split('/').All(p => p is not ("" or "." or ".."));
}
