using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Parts by their whole title, heading or keyword line, folded: what a query may equal (Feature 24).</summary>
internal sealed class ExactNames
{
    private const int KindBits = 3;

    private readonly ulong[] _hashes;

    // Part and, in the lowest bits, kind.
    private readonly int[] _names;

    public ExactNames(ulong[] hashes, int[] names) => (_hashes, _names) = (hashes, names);

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
        _names = [.. found.Select(f => f.Part << KindBits | (int)f.Kind)];

        void Add(string name, int part, NameKind kind)
        {
            if (TextNormalizer.Key(name, buffer) is { Length: > 0 } key) found.Add((Hash(key), part, kind));
        }
    }

    /// <summary>Parts with a name of this key; two keys share a hash of 64 bits about never.</summary>
    public IReadOnlyList<(int Part, NameKind Kind)> Find(string key)
    {
        if (key.Length == 0) return [];
        var hash = Hash(key);
        var found = new List<(int, NameKind)>();
        for (var at = First(hash); at < _hashes.Length && _hashes[at] == hash; at++) found.Add((_names[at] >> KindBits, (NameKind)(_names[at] & ((1 << KindBits) - 1))));
        return found;
    }

    /// <summary>The hashes of all names, ascending, and part and kind of each.</summary>
    public (ulong[] Hashes, int[] Names) Stored => (_hashes, _names);

    private int First(ulong hash)
    {
        var (low, high) = (0, _hashes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_hashes[middle] < hash) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
