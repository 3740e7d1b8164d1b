using System.Collections.Concurrent;

namespace KnowledgeBase.Content.Importing;

/// <summary>Gathers what was not understood; equal things are counted. Pages are converted side by side.</summary>
internal sealed class ImportFindings
{
    private const int Longest = 100;

    private readonly ConcurrentDictionary<(string Kind, string What), (int Times, string First)> _found = new();

    public void Add(string kind, string what, string path)
    {
        var line = what.ReplaceLineEndings(" ").Trim();
        if (line.Length > Longest) line = line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        // The first in the order of paths, whatever order the pages were converted in.
        _found.AddOrUpdate((kind, line), (1, path), (_, old) => (old.Times + 1, string.CompareOrdinal(path, old.First) < 0 ? path : old.First));
    }

    /// <summary>By kind, most frequent first.</summary>
    public IReadOnlyList<ImportFinding> All => [.. _found.Select(f => new ImportFinding(f.Key.Kind, f.Key.What, f.Value.Times, f.Value.First))
        .OrderBy(f => f.Kind, StringComparer.Ordinal).ThenByDescending(f => f.Times).ThenBy(f => f.What, StringComparer.Ordinal)];
}
