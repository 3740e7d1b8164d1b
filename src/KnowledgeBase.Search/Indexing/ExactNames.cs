using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Parts by their whole title, heading or keyword line, folded: what a query may equal (Feature 24).</summary>
internal sealed class ExactNames
{
    private readonly ulong[] _hashes;
    private readonly (int Part, NameKind Kind)[] _names;

    public ExactNames(IReadOnlyList<IndexedPage> pages)
    {
        var buffer = new NormalizedText();
        var found = new List<(ulong Hash, int Part, NameKind Kind)>();
        foreach (var page in pages)
        {
            Add(page.Document.Title, page.FirstPart, NameKind.Title);
            for (var i = 0; i < page.Document.Parts.Count; i++)
            {
                var part = page.Document.Parts[i];
                if (part.Heading is { } heading) Add(heading, page.FirstPart + i, NameKind.Heading);
                if (part.Keywords.Length == 0) continue;
                foreach (var line in part.Keywords.Split('\n'))
                    if (line.Length > 1) Add(line, page.FirstPart + i, NameKind.Alias);
            }
        }
        found.Sort();
        _hashes = [.. found.Select(f => f.Hash)];
        _names = [.. found.Select(f => (f.Part, f.Kind))];

        void Add(string name, int part, NameKind kind)
        {
            if (TextNormalizer.Key(name, buffer) is { Length: > 0 } key) found.Add((Hash(key), part, kind));
        }
    }

    /// <summary>Parts with a name of this key; two keys share a hash of 64 bits about never.</summary>
    public ReadOnlySpan<(int Part, NameKind Kind)> Find(string key)
    {
        if (key.Length == 0) return [];
        var hash = Hash(key);
        var from = Array.BinarySearch(_hashes, hash);
        if (from < 0) return [];
        while (from > 0 && _hashes[from - 1] == hash) from--;
        var to = from;
        while (to < _hashes.Length && _hashes[to] == hash) to++;
        return _names.AsSpan(from, to - from);
    }

    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
